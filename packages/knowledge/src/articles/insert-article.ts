import { type CallContext, newUuid } from '@conferbot/plugin';
import { openHelpCentre } from '../help-centre/help-address.ts';
import { indexArticle } from '../search/index-article.ts';
import type { ArticleRow } from './article-view.ts';
import { assertPublishable } from './publishable.ts';
import { countWords } from './reading.ts';
import type { ReviewStatus } from './review-status.ts';
import { claimSlug, deriveSlug } from './slug-store.ts';

export interface NewArticle {
  /** uuid */
  readonly chatbotId: string;
  /** uuid */
  readonly categoryId: string | null;
  readonly title: string;
  readonly description: string;
  readonly content: string;
  /** Undefined: made from the title. */
  readonly slug: string | undefined;
  readonly locale: string;
  readonly reviewStatus: ReviewStatus;
  readonly seoKeywords: readonly string[];
  /** Empty: none. */
  readonly metaDescription: string;
}

/** @throws Fault `conflict` when the slug is taken; `invalid_argument` when it is published without content */
export async function insertArticle(
  ctx: CallContext,
  article: NewArticle,
  now: Date = ctx.now(),
  id: string = newUuid(now.getTime()),
): Promise<ArticleRow> {
  assertPublishable(article, 'content');
  const { chatbotId, title, description, content, locale, reviewStatus, seoKeywords } = article;
  const place = { id, chatbotId, locale };
  const slug =
    article.slug === undefined
      ? await deriveSlug(ctx, place, title)
      : await claimSlug(ctx, { ...place, slug: article.slug });
  const published = reviewStatus === 'published';
  const [row] = await ctx.sql<ArticleRow>`
    insert into knowledge_articles (workspace_id, id, chatbot_id, category_id, locale, slug, title, description, content,
      review_status, seo_keywords, meta_description, word_count, revised_at, revised_by, published_at, created_at,
      updated_at)
    values (${ctx.workspace.id}, ${id}, ${chatbotId}, ${article.categoryId}, ${locale}, ${slug}, ${title},
      ${description}, ${content}, ${reviewStatus}, ${JSON.stringify(seoKeywords)}::jsonb, ${article.metaDescription},
      ${countWords(content, locale)}, ${now}, ${ctx.principal.name}, ${published ? now : null}, ${now}, ${now})
    returning id, chatbot_id, category_id, locale, slug, title, description, review_status, seo_keywords,
      meta_description, word_count, revision, views, helpful, not_helpful, published_at, created_at, updated_at`;
  if (row === undefined) throw new Error('The article that was just written is gone.');
  await openHelpCentre(ctx, chatbotId);
  await indexArticle(ctx, {
    articleId: id,
    chatbotId,
    locale,
    title,
    description,
    keywords: seoKeywords,
    content,
    published,
  });
  return row;
}
