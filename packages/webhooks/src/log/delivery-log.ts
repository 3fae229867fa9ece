import { type CallContext, decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import { type AttemptErrorKind, type DeliveryStatus, deliveryId } from '../contract.ts';
import { deliveryStatusOutput } from '../webhook-view.ts';
import { answerText } from './answer-text.ts';

const errorKinds = ['dns', 'connect', 'tls', 'timeout', 'status', 'blocked', 'protocol', 'interrupted'] as const;

/** A delivery with its latest attempt, as tools return it. */
export const deliveryOutput = z.object({
  id: deliveryId.output.describe('Id of the delivery.'),
  event: z.string().describe('What happened.'),
  status: deliveryStatusOutput.describe('failed: given up.'),
  attempt: z.int().describe('Attempts so far; 0 before the first. The rest is about the latest.'),
  statusCode: z.int().nullable().describe('HTTP status; null without an answer.'),
  durationMs: z.int().nullable().describe('How long it took.'),
  error: z
    .object({
      kind: z.enum(errorKinds).describe('status: not 2xx.'),
      message: z.string().describe('In words.'),
    })
    .nullable()
    .describe('Why it failed.'),
  requestBody: z.string().describe('As signed and sent.'),
  responseBody: z.string().nullable().describe('Up to 4 KiB of the answer.'),
  scheduledAt: z.iso.datetime().describe('When it was queued, UTC.'),
  attemptedAt: z.iso.datetime().nullable().describe('When the attempt began, UTC.'),
  nextAttemptAt: z.iso.datetime().nullable().describe('When the next is due, UTC.'),
});

interface LogRow {
  readonly id: string;
  readonly event: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly body: string;
  readonly due_at: string | null;
  readonly lease_id: string | null;
  readonly attempted_at: string | null;
  readonly created_at: string;
  readonly status_code: number | null;
  readonly duration_ms: number | null;
  readonly error_kind: AttemptErrorKind | null;
  readonly error_message: string | null;
  readonly response_body: Uint8Array | null;
}

export interface LogRequest {
  readonly page: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The total goes with the cursor: it is counted once, for the first page. */
const cursorShape = z.tuple([z.iso.datetime(), z.uuid(), z.int().min(0)]);

/** After every delivery there is. */
const end: readonly [string, string] = ['9999-12-31T00:00:00.000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** One page of the deliveries of a webhook, newest first. */
export async function listDeliveryPage(
  ctx: CallContext,
  webhookId: string,
  { page, limit, cursor }: LogRequest,
): Promise<Page<z.input<typeof deliveryOutput>>> {
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorShape);
  const [at, id, counted] = from?.after ?? end;
  const offset = from === undefined ? (page - 1) * limit : 0;
  const [rows, total] = await Promise.all([
    ctx.sql<LogRow>`
      select d.id, d.event, d.status, d.attempts, d.body, d.due_at, d.lease_id, d.attempted_at, d.created_at,
        a.status_code, a.duration_ms, a.error_kind, a.error_message, a.response_body
      from webhook_deliveries d
        left join webhook_attempts a on a.workspace_id = d.workspace_id and a.delivery_id = d.id and a.number = d.attempts
      where d.webhook_id = ${webhookId} and (d.created_at, d.id) < (${at}::timestamptz, ${id}::uuid)
      order by d.created_at desc, d.id desc limit ${limit + 1} offset ${offset}`,
    counted ?? countDeliveries(ctx, webhookId),
  ]);
  const keyOf = (row: LogRow) => [row.created_at, row.id, total];
  return pageOf(rows, { page: from?.page ?? page, limit, total, keyOf, view: deliveryView });
}

async function countDeliveries(ctx: CallContext, webhookId: string): Promise<number> {
  const [row] = await ctx.sql<{ total: number }>`
    select count(*)::int as total from webhook_deliveries where webhook_id = ${webhookId}`;
  return row?.total ?? 0;
}

function deliveryView(row: LogRow): z.input<typeof deliveryOutput> {
  return {
    id: deliveryId.encode(row.id),
    event: row.event,
    status: row.status,
    attempt: row.attempts,
    statusCode: row.status_code,
    durationMs: row.duration_ms,
    error: row.error_kind === null ? null : { kind: row.error_kind, message: row.error_message ?? '' },
    requestBody: row.body,
    responseBody: answerText(row.response_body),
    scheduledAt: row.created_at,
    attemptedAt: row.attempted_at,
    nextAttemptAt: row.lease_id === null ? row.due_at : null,
  };
}
