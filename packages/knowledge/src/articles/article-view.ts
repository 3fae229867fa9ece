import { chatbotId } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import { articleId, categoryId } from '../contract.ts';
import { readingMinutes } from './reading.ts';
import { type ReviewStatus, reviewStatuses } from './review-status.ts';

/** What a list reads of a row of `knowledge_articles`. */
export interface ArticleRow {
  readonly id: string;
  readonly chatbot_id: string;
  readonly category_id: string | null;
  readonly locale: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly review_status: ReviewStatus;
  readonly seo_keywords: readonly string[];
  readonly meta_description: string;
  readonly word_count: number;
  readonly revision: number;
  readonly views: number;
  readonly helpful: number;
  readonly not_helpful: number;
  readonly published_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** An article with what is said about one only. */
export interface ArticleDetailRow extends ArticleRow {
  readonly content: string;
  readonly unique_views: number;
  readonly citations: number;
  readonly revised_at: string;
  readonly revised_by: string;
}

/** Counts that lists show; `get_knowledge_article` has them all. */
export const metricFields = {
  views: z.int().describe('Times it was opened.'),
  helpful: z.int().describe('Visitors whom it helped.'),
  notHelpful: z.int().describe('Visitors whom it did not help.'),
};

export const articleFields = {
  id: articleId.output.describe('Id of the article.'),
  chatbotId: chatbotId.output.describe('Its chatbot.'),
  categoryId: categoryId.output.nullable().describe('Its category; null: none.'),
  title: z.string().describe('Title.'),
  description: z.string().describe('What it answers.'),
  slug: z.string().describe('Its name in addresses.'),
  locale: z.string().describe('Language, BCP 47.'),
  reviewStatus: z.enum(reviewStatuses).describe('Visitors see published ones only.'),
  seoKeywords: z.array(z.string()).describe('Words that people search it by.'),
  metaDescription: z.string().describe('For search engines.'),
  wordCount: z.int().describe('Words of the content.'),
  readingMinutes: z.int().describe('At 200 words a minute, at least 1.'),
  revision: z.int().describe('Counts the changes of title, description and content, from 1.'),
  metrics: z.object(metricFields).describe('What came of it.'),
  publishedAt: z.iso.datetime().nullable().describe('When it was first published, UTC; null: never.'),
  createdAt: z.iso.datetime().describe('UTC.'),
  updatedAt: z.iso.datetime().describe('UTC.'),
};

export const articleOutput = z.object(articleFields);

export function articleView(row: ArticleRow): z.output<typeof articleOutput> {
  return {
    id: articleId.encode(row.id),
    chatbotId: chatbotId.encode(row.chatbot_id),
    categoryId: row.category_id === null ? null : categoryId.encode(row.category_id),
    title: row.title,
    description: row.description,
    slug: row.slug,
    locale: row.locale,
    reviewStatus: row.review_status,
    seoKeywords: [...row.seo_keywords],
    metaDescription: row.meta_description,
    wordCount: row.word_count,
    readingMinutes: readingMinutes(row.word_count),
    revision: row.revision,
    metrics: { views: row.views, helpful: row.helpful, notHelpful: row.not_helpful },
    publishedAt: row.published_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
