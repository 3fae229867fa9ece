import type { CallContext } from '@conferbot/plugin';
import { advanceAlarms, keptMs } from './alarms.ts';

/** What is queued for one webhook. */
export interface QueuedDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly body: string;
}

export interface QueuedEvent {
  readonly id: string;
  readonly name: string;
  readonly orderKey: string;
}

/** Queues an event for webhooks whose rows are locked; nothing happens for those that have it already. */
export async function queueEvent(
  ctx: CallContext,
  event: QueuedEvent,
  deliveries: readonly QueuedDelivery[],
): Promise<void> {
  const [ids, webhookIds, bodies] = [
    deliveries.map(({ id }) => id),
    deliveries.map(({ webhookId }) => webhookId),
    deliveries.map(({ body }) => body),
  ];
  const now = ctx.now();
  const queued = await ctx.sql<{ webhook_id: string }>`
    insert into webhook_deliveries (workspace_id, id, webhook_id, message_id, event_id, event, order_key, forced, body,
      status, first_pending, created_at, due_at)
    select ${ctx.workspace.id}::uuid, n.id, n.webhook_id, n.id, ${event.id}::uuid, ${event.name}, ${event.orderKey},
      false, n.body, 'pending', true, ${now}::timestamptz,
      case when exists (select 1 from webhook_deliveries d
        where d.webhook_id = n.webhook_id and d.order_key = ${event.orderKey} and d.first_pending)
      then null else ${now}::timestamptz end
    from unnest(${ids}::uuid[], ${webhookIds}::uuid[], ${bodies}::text[]) as n (id, webhook_id, body)
    on conflict (workspace_id, event_id, webhook_id) do nothing returning webhook_id`;
  if (queued.length > 0)
    await advanceBoth(
      ctx,
      queued.map(row => row.webhook_id),
      now,
    );
}

/** Queues what somebody asked for by name; it waits for nothing. The row of the webhook must be locked. */
export async function queueForced(
  ctx: CallContext,
  delivery: QueuedDelivery & { readonly messageId: string; readonly event: string },
): Promise<void> {
  const now = ctx.now();
  await ctx.sql`
    insert into webhook_deliveries (workspace_id, id, webhook_id, message_id, event, forced, body, status,
      first_pending, created_at, due_at)
    values (${ctx.workspace.id}, ${delivery.id}, ${delivery.webhookId}, ${delivery.messageId}, ${delivery.event}, true,
      ${delivery.body}, 'pending', true, ${now}, ${now})`;
  await advanceBoth(ctx, [delivery.webhookId], now);
}

async function advanceBoth(ctx: CallContext, webhookIds: readonly string[], now: Date): Promise<void> {
  await advanceAlarms(ctx, webhookIds, 'deliver', now);
  await advanceAlarms(ctx, webhookIds, 'expire', new Date(now.getTime() + keptMs));
}

/**
 * Lets go of deliveries that wait for the first attempt of another one that is no longer to come. The row of the
 * webhook must be locked.
 */
export async function releaseHeld(ctx: CallContext, webhookId: string): Promise<void> {
  await ctx.sql`
    update webhook_deliveries d set due_at = ${ctx.now()}
    where d.webhook_id = ${webhookId} and d.first_pending and d.due_at is null and not exists (
      select 1 from webhook_deliveries e where e.webhook_id = d.webhook_id and e.order_key = d.order_key
        and e.first_pending and e.position < d.position)`;
}
