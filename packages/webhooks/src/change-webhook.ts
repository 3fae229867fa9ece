import type { CallContext } from '@conferbot/plugin';
import { refreshDeliverAlarm } from './delivery/alarms.ts';
import { findWebhook, noSuchWebhook, type WebhookRow } from './webhook-row.ts';

export interface WebhookChange {
  readonly url: string | undefined;
  readonly events: readonly string[] | undefined;
  readonly status: 'active' | 'paused' | undefined;
  readonly description: string | undefined;
}

/** What is undefined stays. An endpoint that is new, or active again, starts without failures. @throws Fault `not_found` */
export async function changeWebhook(
  ctx: CallContext,
  webhookId: string,
  { url, events, status, description }: WebhookChange,
): Promise<WebhookRow> {
  const before = await lockWebhook(ctx, webhookId);
  const isNewStart = status === 'active' || (url !== undefined && url !== before.url);
  const reason = status === undefined ? before.status_reason : status === 'paused' ? 'requested' : null;
  await ctx.sql`
    update webhooks set url = ${url ?? before.url}, events = ${JSON.stringify(events ?? before.events)}::jsonb,
      description = ${description ?? before.description}, status = ${status ?? before.status},
      status_reason = ${reason}, failures = ${isNewStart ? 0 : before.failures},
      failing_since = ${isNewStart ? null : before.failing_since}, updated_at = ${ctx.now()}
    where id = ${webhookId}`;
  await refreshDeliverAlarm(ctx, webhookId);
  return findWebhook(ctx, webhookId);
}

async function lockWebhook(ctx: CallContext, webhookId: string): Promise<WebhookRow> {
  const locked = await ctx.sql`select id from webhooks where id = ${webhookId} for update`;
  if (locked.length === 0) throw noSuchWebhook(webhookId);
  return findWebhook(ctx, webhookId);
}
