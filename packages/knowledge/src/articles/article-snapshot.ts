import { type CallContext, newUuid } from '@conferbot/plugin';
import { z } from 'zod';
import { categoryNameField, nameKey } from '../categories/category-fields.ts';
import {
  contentField,
  defaultLocale,
  descriptionField,
  localeField,
  metaDescriptionField,
  reviewStatusField,
  seoKeywordsField,
  slugField,
  titleField,
} from './article-fields.ts';
import { insertArticle } from './insert-article.ts';
import type { ReviewStatus } from './review-status.ts';

/** An article as an export holds it; `category` is the name of one. */
export const articleSnapshotShape = z.object({
  title: titleField,
  description: descriptionField,
  content: contentField,
  category: categoryNameField.optional(),
  slug: slugField.optional(),
  locale: localeField.default(defaultLocale),
  reviewStatus: reviewStatusField.default('draft'),
  seoKeywords: seoKeywordsField.default([]),
  metaDescription: metaDescriptionField.default(''),
});

export type ArticleSnapshot = z.output<typeof articleSnapshotShape>;

interface SnapshotRow {
  readonly title: string;
  readonly description: string;
  readonly content: string;
  readonly category: string | null;
  readonly slug: string;
  readonly locale: string;
  readonly review_status: ReviewStatus;
  readonly seo_keywords: readonly string[];
  readonly meta_description: string;
}

/** The articles of a chatbot, oldest first. */
export async function articleSnapshots(ctx: CallContext, chatbotId: string): Promise<ArticleSnapshot[]> {
  const rows = await ctx.sql<SnapshotRow>`
    select a.title, a.description, a.content, c.name as category, a.slug, a.locale, a.review_status, a.seo_keywords,
      a.meta_description
    from knowledge_articles a
      left join knowledge_categories c on c.workspace_id = a.workspace_id and c.id = a.category_id
    where a.chatbot_id = ${chatbotId}
    order by a.created_at, a.id`;
  return rows.map(({ category, review_status, seo_keywords, meta_description, ...article }) => ({
    ...article,
    ...(category !== null && { category }),
    reviewStatus: review_status,
    seoKeywords: [...seo_keywords],
    metaDescription: meta_description,
  }));
}

/** Writes articles in their order; those that say their slug take it before others derive one. */
export async function restoreArticles(
  ctx: CallContext,
  chatbotId: string,
  snapshots: readonly ArticleSnapshot[],
  categoryIds: ReadonlyMap<string, string>,
): Promise<void> {
  const now = ctx.now();
  const articles = snapshots.map(snapshot => ({ snapshot, id: newUuid(now.getTime()) }));
  const named = articles.filter(({ snapshot }) => snapshot.slug !== undefined);
  const unnamed = articles.filter(({ snapshot }) => snapshot.slug === undefined);
  for (const { id, snapshot } of [...named, ...unnamed]) {
    const { category, slug, ...article } = snapshot;
    const categoryId = category === undefined ? null : (categoryIds.get(nameKey(category)) ?? null);
    await insertArticle(ctx, { ...article, chatbotId, categoryId, slug }, now, id);
  }
}
