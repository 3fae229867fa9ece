import { isDeepStrictEqual } from 'node:util';
import type { CallContext } from '@conferbot/plugin';
import { indexArticle } from '../search/index-article.ts';
import type { ArticleDetailRow, ArticleRow } from './article-view.ts';
import type { NewArticle } from './insert-article.ts';
import { assertPublishable } from './publishable.ts';
import { countWords } from './reading.ts';
import { keepRevision } from './revisions.ts';
import { moveSlug } from './slug-store.ts';

/** What is given changes, the rest stays. */
export type ArticleChange = { readonly [Name in keyof Omit<NewArticle, 'chatbotId'>]?: NewArticle[Name] | undefined };

/**
 * Changes an article that is locked.
 *
 * @throws Fault `conflict` when the slug is taken; `invalid_argument` when it would be published without content
 */
export async function changeArticle(
  ctx: CallContext,
  before: ArticleDetailRow,
  change: ArticleChange,
): Promise<ArticleRow> {
  const old = partsOf(before);
  const parts = { ...old, ...given(change) };
  if (isDeepStrictEqual(parts, old)) return before;
  assertPublishable(parts, change.content === undefined ? 'reviewStatus' : 'content');
  const slug = await moveSlug(
    ctx,
    { ...old, id: before.id, chatbotId: before.chatbot_id, wasPublished: before.published_at !== null },
    { ...parts, slug: change.slug },
  );
  const revised = parts.title !== old.title || parts.description !== old.description || parts.content !== old.content;
  if (revised) await keepRevision(ctx, before);
  const row = await write(ctx, before, { ...parts, slug }, revised);
  await indexArticle(ctx, {
    ...parts,
    articleId: before.id,
    chatbotId: before.chatbot_id,
    keywords: parts.seoKeywords,
    published: parts.reviewStatus === 'published',
  });
  return row;
}

type Parts = Omit<NewArticle, 'chatbotId' | 'slug'> & { readonly slug: string };

function partsOf(row: ArticleDetailRow): Parts {
  const { locale, slug, title, description, content } = row;
  return {
    ...{ locale, slug, title, description, content },
    categoryId: row.category_id,
    reviewStatus: row.review_status,
    seoKeywords: row.seo_keywords,
    metaDescription: row.meta_description,
  };
}

function given(change: ArticleChange): Partial<Parts> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function write(ctx: CallContext, before: ArticleDetailRow, parts: Parts, revised: boolean): Promise<ArticleRow> {
  const now = ctx.now();
  const words =
    parts.content === before.content && parts.locale === before.locale
      ? before.word_count
      : countWords(parts.content, parts.locale);
  const [row] = await ctx.sql<ArticleRow>`
    update knowledge_articles set category_id = ${parts.categoryId}, locale = ${parts.locale}, slug = ${parts.slug},
      title = ${parts.title}, description = ${parts.description}, content = ${parts.content},
      review_status = ${parts.reviewStatus}, seo_keywords = ${JSON.stringify(parts.seoKeywords)}::jsonb,
      meta_description = ${parts.metaDescription}, word_count = ${words},
      revision = ${before.revision + (revised ? 1 : 0)}, revised_at = ${revised ? now : before.revised_at},
      revised_by = ${revised ? ctx.principal.name : before.revised_by},
      published_at = ${before.published_at ?? (parts.reviewStatus === 'published' ? now : null)}, updated_at = ${now}
    where id = ${before.id}
    returning id, chatbot_id, category_id, locale, slug, title, description, review_status, seo_keywords,
      meta_description, word_count, revision, views, helpful, not_helpful, published_at, created_at, updated_at`;
  if (row === undefined) throw new Error('The article that was locked is gone.');
  return row;
}
