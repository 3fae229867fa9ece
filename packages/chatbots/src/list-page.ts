import { type CallContext, decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import { type ChatbotRow, type ChatbotView, chatbotView } from './chatbot-view.ts';

interface CountedRow extends ChatbotRow {
  readonly total: number;
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of the workspace's chatbots, newest first. */
export async function listPage(
  ctx: CallContext,
  { page, limit, cursor }: { readonly page: number; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ChatbotView>> {
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorShape);
  const rows =
    from === undefined ? await byOffset(ctx, limit, (page - 1) * limit) : await after(ctx, limit, from.after);
  return pageOf(rows, {
    page: from?.page ?? page,
    limit,
    total: rows[0]?.total ?? (await countAll(ctx)),
    keyOf: row => [row.created_at, row.id],
    view: chatbotView,
  });
}

function byOffset(ctx: CallContext, limit: number, offset: number): Promise<CountedRow[]> {
  return ctx.sql<CountedRow>`
    select id, name, description, disabled, published_version_id, response_count, created_at, updated_at,
      (select count(*)::int from chatbots) as total
    from chatbots order by created_at desc, id desc limit ${limit + 1} offset ${offset}`;
}

function after(ctx: CallContext, limit: number, [createdAt, id]: z.output<typeof cursorShape>): Promise<CountedRow[]> {
  return ctx.sql<CountedRow>`
    select id, name, description, disabled, published_version_id, response_count, created_at, updated_at,
      (select count(*)::int from chatbots) as total
    from chatbots where (created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)
    order by created_at desc, id desc limit ${limit + 1}`;
}

async function countAll(ctx: CallContext): Promise<number> {
  const [row] = await ctx.sql<{ total: number }>`select count(*)::int as total from chatbots`;
  return row?.total ?? 0;
}
