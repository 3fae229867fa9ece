import { newUuid, onEvery, type Subscription } from '@conferbot/plugin';
import type { Courier } from './courier.ts';
import { payloadOf } from './payload.ts';
import { queueEvent } from './queue.ts';

/** Writes a delivery for each webhook that asks for the event. Sending it is left to the courier. */
export function queueDeliveries(events: readonly string[], courier: Courier): Subscription {
  const told = new Set(events);
  return onEvery('queue-deliveries', async ({ id, name, at, outside }, ctx) => {
    if (outside === undefined || !told.has(name)) return;
    // Locked, so that none is removed meanwhile, and no first attempt ends between the look at it and the write.
    const webhooks = await ctx.sql<{ id: string }>`
      select id from webhooks
      where chatbot_id = ${outside.chatbotId} and status = 'active' and events @> jsonb_build_array(${name}::text)
      order by id for key share`;
    if (webhooks.length === 0) return;
    const deliveries = webhooks.map(webhook => {
      const deliveryId = newUuid();
      return { id: deliveryId, webhookId: webhook.id, body: payloadOf(name, outside.fields, at, deliveryId) };
    });
    await queueEvent(ctx, { id, name, orderKey: outside.orderKey }, deliveries);
    ctx.afterCommit(() => courier.wake());
  });
}
