import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import { summaryOf, type VersionRow } from './version-store.ts';
import { versionView } from './version-view.ts';

interface CountedRow extends VersionRow {
  readonly total: number;
}

interface PageRequest {
  readonly page: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const cursorShape = z.tuple([z.int()]);

/** One page of the versions of a chatbot, newest first. @throws Fault `not_found` */
export async function listVersions(
  ctx: CallContext,
  chatbotId: string,
  { page, limit, cursor }: PageRequest,
): Promise<Page<ReturnType<typeof versionView>>> {
  const { publishedVersionId } = await ctx.use(chatbotDirectory).get(chatbotId);
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorShape);
  const rows =
    from === undefined
      ? await byOffset(ctx, chatbotId, limit, (page - 1) * limit)
      : await after(ctx, chatbotId, limit, from.after[0]);
  return pageOf(rows, {
    page: from?.page ?? page,
    limit,
    total: rows[0]?.total ?? (await countAll(ctx, chatbotId)),
    keyOf: row => [row.number],
    view: row => versionView(summaryOf(row, publishedVersionId)),
  });
}

function byOffset(ctx: CallContext, chatbotId: string, limit: number, offset: number): Promise<CountedRow[]> {
  return ctx.sql<CountedRow>`
    select id, chatbot_id, number, name, content_hash, node_count, edge_count, published_at, created_at, created_by,
      (select count(*)::int from flow_versions where chatbot_id = ${chatbotId}) as total
    from flow_versions where chatbot_id = ${chatbotId}
    order by number desc limit ${limit + 1} offset ${offset}`;
}

function after(ctx: CallContext, chatbotId: string, limit: number, number: number): Promise<CountedRow[]> {
  return ctx.sql<CountedRow>`
    select id, chatbot_id, number, name, content_hash, node_count, edge_count, published_at, created_at, created_by,
      (select count(*)::int from flow_versions where chatbot_id = ${chatbotId}) as total
    from flow_versions where chatbot_id = ${chatbotId} and number < ${number}
    order by number desc limit ${limit + 1}`;
}

async function countAll(ctx: CallContext, chatbotId: string): Promise<number> {
  const [row] = await ctx.sql<{ total: number }>`
    select count(*)::int as total from flow_versions where chatbot_id = ${chatbotId}`;
  return row?.total ?? 0;
}
