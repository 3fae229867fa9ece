import type { EntityClass } from '@mikro-orm/core';
import { AiConfig } from './ai-config.ts';
import { Article } from './article.ts';
import { ArticleReader } from './article-reader.ts';
import { ArticleRevision } from './article-revision.ts';
import { ArticleSection } from './article-section.ts';
import { ArticleSlug } from './article-slug.ts';
import { ArticleVote } from './article-vote.ts';
import { Category } from './category.ts';
import { HelpAddress } from './help-address.ts';
import { KnownWord } from './known-word.ts';
import { OpenQuestion } from './open-question.ts';
import { SectionTerm } from './section-term.ts';

export const entities: readonly EntityClass<object>[] = [
  Article,
  ArticleSlug,
  ArticleRevision,
  ArticleReader,
  ArticleVote,
  Category,
  AiConfig,
  ArticleSection,
  SectionTerm,
  KnownWord,
  OpenQuestion,
  HelpAddress,
];
