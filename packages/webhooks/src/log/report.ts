import type { CallContext } from '@conferbot/plugin';
import type { AttemptErrorKind, DeliveryAttempt, DeliveryReport, DeliveryStatus } from '../contract.ts';
import { findWebhook, summaryOf } from '../webhook-row.ts';
import { answerText } from './answer-text.ts';

interface DeliveryRow {
  readonly id: string;
  readonly webhook_id: string;
  readonly message_id: string;
  readonly event: string;
  readonly status: DeliveryStatus;
  readonly due_at: string | null;
  readonly lease_id: string | null;
  readonly body: string;
  readonly created_at: string;
}

interface AttemptRow {
  readonly number: number;
  readonly started_at: string;
  readonly duration_ms: number | null;
  readonly status_code: number | null;
  readonly error_kind: AttemptErrorKind | null;
  readonly error_message: string | null;
  readonly response_body: Uint8Array | null;
}

/** All that is known about a delivery; undefined when there is none with this id. */
export async function readReport(ctx: CallContext, deliveryId: string): Promise<DeliveryReport | undefined> {
  const [row] = await ctx.sql<DeliveryRow>`
    select id, webhook_id, message_id, event, status, due_at, lease_id, body, created_at
    from webhook_deliveries where id = ${deliveryId}`;
  if (row === undefined) return undefined;
  const attempts = await ctx.sql<AttemptRow>`
    select number, started_at, duration_ms, status_code, error_kind, error_message, response_body
    from webhook_attempts where delivery_id = ${deliveryId} order by number`;
  return {
    id: row.id,
    messageId: row.message_id,
    event: row.event,
    status: row.status,
    heldBack: row.status === 'pending' && row.due_at === null,
    underWay: row.lease_id !== null,
    requestBody: row.body,
    scheduledAt: row.created_at,
    nextAttemptAt: row.lease_id === null ? row.due_at : null,
    attempts: attempts.map(attemptOf),
    webhook: summaryOf(await findWebhook(ctx, row.webhook_id)),
  };
}

function attemptOf(row: AttemptRow): DeliveryAttempt {
  return {
    number: row.number,
    startedAt: row.started_at,
    durationMs: row.duration_ms,
    statusCode: row.status_code,
    error: row.error_kind === null ? null : { kind: row.error_kind, message: row.error_message ?? '' },
    responseBody: answerText(row.response_body),
  };
}
