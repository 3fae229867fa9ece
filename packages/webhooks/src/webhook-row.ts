import { type CallContext, type Fault, notFound } from '@conferbot/plugin';
import { type DeliveryStatus, type WebhookStatus, type WebhookSummary, webhookId } from './contract.ts';
import type { StatusReason } from './entities/webhook.ts';

/** What is shown of a row of `webhooks`, as `ctx.sql` returns it. */
export interface WebhookRow {
  readonly id: string;
  readonly chatbot_id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly description: string;
  readonly status: WebhookStatus;
  readonly status_reason: StatusReason | null;
  readonly secret_hint: string;
  readonly failures: number;
  readonly failing_since: string | null;
  readonly last_status: DeliveryStatus | null;
  readonly last_status_code: number | null;
  readonly last_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** @throws Fault `not_found` */
export async function findWebhook(ctx: CallContext, id: string): Promise<WebhookRow> {
  const [row] = await ctx.sql<WebhookRow>`
    select id, chatbot_id, url, events, description, status, status_reason, secret_hint, failures, failing_since,
      last_status, last_status_code, last_at, created_at, updated_at
    from webhooks where id = ${id}`;
  if (row === undefined) throw noSuchWebhook(id);
  return row;
}

export function noSuchWebhook(id: string): Fault {
  return notFound('webhook', webhookId.encode(id), 'Call list_webhooks to see the webhooks there are.');
}

export function summaryOf(row: WebhookRow): WebhookSummary {
  return {
    id: row.id,
    chatbotId: row.chatbot_id,
    url: row.url,
    events: row.events,
    status: row.status,
    statusReason: row.status_reason === null ? null : reasonOf(row.status_reason, row),
    description: row.description,
    secretHint: row.secret_hint,
    lastDelivery:
      row.last_status === null || row.last_at === null
        ? null
        : { status: row.last_status, statusCode: row.last_status_code, at: row.last_at },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function reasonOf(reason: StatusReason, { failures, failing_since }: WebhookRow): string {
  const again = 'then set status to active with update_webhook.';
  switch (reason) {
    case 'requested':
      return 'It was paused with update_webhook; set status to active to go on.';
    case 'failing':
      return `${failures} attempts in a row failed since ${failing_since}. See why with get_webhook_delivery_logs, ${again}`;
    case 'gone':
      return `The endpoint answered 410 Gone: it wants no more deliveries. Let it take them again, or change the url, ${again}`;
  }
}
