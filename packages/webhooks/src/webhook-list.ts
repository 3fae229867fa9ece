import { type CallContext, decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import type { WebhookRow } from './webhook-row.ts';
import { webhookView } from './webhook-view.ts';

export interface WebhookListRequest {
  readonly chatbotId: string | undefined;
  readonly page: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The total goes with the cursor: it is counted once, for the first page. */
const cursorShape = z.tuple([z.iso.datetime(), z.uuid(), z.int().min(0)]);

/** After every webhook there is. */
const end: readonly [string, string] = ['9999-12-31T00:00:00.000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** One page of the webhooks of the workspace, or of one chatbot, newest first. */
export async function listWebhookPage(
  ctx: CallContext,
  { chatbotId, page, limit, cursor }: WebhookListRequest,
): Promise<Page<ReturnType<typeof webhookView>>> {
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorShape);
  const [at, id, counted] = from?.after ?? end;
  const offset = from === undefined ? (page - 1) * limit : 0;
  const [rows, total] = await Promise.all([
    ctx.sql<WebhookRow>`
      select id, chatbot_id, url, events, description, status, status_reason, secret_hint, failures, failing_since,
        last_status, last_status_code, last_at, created_at, updated_at
      from webhooks
      where (${chatbotId ?? null}::uuid is null or chatbot_id = ${chatbotId ?? null}::uuid)
        and (created_at, id) < (${at}::timestamptz, ${id}::uuid)
      order by created_at desc, id desc limit ${limit + 1} offset ${offset}`,
    counted ?? countWebhooks(ctx, chatbotId),
  ]);
  const keyOf = (row: WebhookRow) => [row.created_at, row.id, total];
  return pageOf(rows, { page: from?.page ?? page, limit, total, keyOf, view: webhookView });
}

/** Of one chatbot, or of the workspace. */
export async function countWebhooks(ctx: CallContext, chatbotId: string | undefined): Promise<number> {
  const [row] = await ctx.sql<{ total: number }>`
    select count(*)::int as total from webhooks
    where (${chatbotId ?? null}::uuid is null or chatbot_id = ${chatbotId ?? null}::uuid)`;
  return row?.total ?? 0;
}
