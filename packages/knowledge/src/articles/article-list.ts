import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import { assertCategory } from '../categories/find-category.ts';
import { type ArticleRow, articleView } from './article-view.ts';
import type { ReviewStatus } from './review-status.ts';

export interface ArticleFilter {
  /** uuid */
  readonly chatbotId: string;
  /** uuid */
  readonly categoryId?: string | undefined;
  readonly reviewStatus?: ReviewStatus | undefined;
  /** Words that all occur, in any order and any case. */
  readonly search?: string | undefined;
}

interface PageRequest {
  readonly page: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The total goes with the cursor: it is counted once, for the first page. */
const cursorShape = z.tuple([z.iso.datetime(), z.uuid(), z.int().min(0)]);

/** Comes before every article. */
const start = ['9999-12-31T23:59:59.999Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** One page of the articles of a chatbot, newest first. @throws Fault `not_found` */
export async function listArticlePage(
  ctx: CallContext,
  filter: ArticleFilter,
  { page, limit, cursor }: PageRequest,
): Promise<Page<ReturnType<typeof articleView>>> {
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorShape);
  await ctx.use(chatbotDirectory).get(filter.chatbotId);
  if (filter.categoryId !== undefined) await assertCategory(ctx, filter.chatbotId, filter.categoryId);
  const [at, id, counted] = from?.after ?? start;
  const offset = from === undefined ? (page - 1) * limit : 0;
  const [rows, total] = await Promise.all([
    readRows(ctx, filter, { at, id, offset, limit: limit + 1 }),
    counted ?? countRows(ctx, filter),
  ]);
  const keyOf = (row: ArticleRow) => [row.created_at, row.id, total];
  return pageOf(rows, { page: from?.page ?? page, limit, total, keyOf, view: articleView });
}

interface Slice {
  readonly at: string;
  readonly id: string;
  readonly limit: number;
  readonly offset: number;
}

function readRows(ctx: CallContext, filter: ArticleFilter, { at, id, limit, offset }: Slice): Promise<ArticleRow[]> {
  const { chatbotId, categoryId = null, reviewStatus = null } = filter;
  return ctx.sql<ArticleRow>`
    select id, chatbot_id, category_id, locale, slug, title, description, review_status, seo_keywords,
      meta_description, word_count, revision, views, helpful, not_helpful, published_at, created_at, updated_at
    from knowledge_articles
    where chatbot_id = ${chatbotId} and (created_at, id) < (${at}::timestamptz, ${id}::uuid)
      and (${categoryId}::uuid is null or category_id = ${categoryId})
      and (${reviewStatus}::text is null or review_status = ${reviewStatus})
      and not exists (select from unnest(${wordsOf(filter)}::text[]) as word
        where strpos(lower(concat_ws(' ', title, description, seo_keywords, content)), lower(word)) = 0)
    order by created_at desc, id desc limit ${limit} offset ${offset}`;
}

async function countRows(ctx: CallContext, filter: ArticleFilter): Promise<number> {
  const { chatbotId, categoryId = null, reviewStatus = null } = filter;
  const [row] = await ctx.sql<{ total: number }>`
    select count(*)::int as total from knowledge_articles
    where chatbot_id = ${chatbotId}
      and (${categoryId}::uuid is null or category_id = ${categoryId})
      and (${reviewStatus}::text is null or review_status = ${reviewStatus})
      and not exists (select from unnest(${wordsOf(filter)}::text[]) as word
        where strpos(lower(concat_ws(' ', title, description, seo_keywords, content)), lower(word)) = 0)`;
  return row?.total ?? 0;
}

function wordsOf({ search = '' }: ArticleFilter): readonly string[] {
  return search.split(/\s+/u).filter(word => word !== '');
}

/** Whether visitors find any article of a chatbot. @param chatbotId uuid */
export async function hasPublishedArticles(ctx: CallContext, chatbotId: string): Promise<boolean> {
  const found = await ctx.sql`
    select id from knowledge_articles where chatbot_id = ${chatbotId} and review_status = 'published' limit 1`;
  return found.length > 0;
}
