import { chatbotId } from '@conferbot/chatbots/contract';
import { type CallContext, newUuid, notFound } from '@conferbot/plugin';
import { type DeliveryReport, deliveryId, type WebhookDesk, webhookId } from '../contract.ts';
import { pingEvent } from '../event-names.ts';
import { readReport } from '../log/report.ts';
import { findWebhook, noSuchWebhook } from '../webhook-row.ts';
import type { Courier } from './courier.ts';
import { payloadOf } from './payload.ts';
import { queueForced } from './queue.ts';

export class Desk implements WebhookDesk {
  readonly #ctx: CallContext;
  readonly #courier: Courier;

  constructor(ctx: CallContext, courier: Courier) {
    this.#ctx = ctx;
    this.#courier = courier;
  }

  async ping(webhook: string): Promise<string> {
    const [row] = await this.#ctx.sql<{ chatbot_id: string }>`
      select chatbot_id from webhooks where id = ${webhook} for key share`;
    if (row === undefined) throw noSuchWebhook(webhook);
    const id = newUuid();
    const fields = { webhookId: webhookId.encode(webhook), botId: chatbotId.encode(row.chatbot_id) };
    const body = payloadOf(pingEvent, fields, this.#ctx.now(), id);
    return this.#queue({ id, webhookId: webhook, messageId: id, event: pingEvent, body });
  }

  async replay(delivery: string): Promise<string> {
    const [row] = await this.#ctx.sql<{ webhook_id: string; message_id: string; event: string; body: string }>`
      select d.webhook_id, d.message_id, d.event, d.body
      from webhook_deliveries d join webhooks w on w.id = d.webhook_id
      where d.id = ${delivery} for key share of w`;
    if (row === undefined) throw noSuchDelivery(delivery);
    const { webhook_id, message_id, event, body } = row;
    return this.#queue({ id: newUuid(), webhookId: webhook_id, messageId: message_id, event, body });
  }

  async delivery(delivery: string): Promise<DeliveryReport> {
    const report = await readReport(this.#ctx, delivery);
    if (report === undefined) throw noSuchDelivery(delivery);
    return report;
  }

  async latestFailure(webhook: string): Promise<DeliveryReport | undefined> {
    await findWebhook(this.#ctx, webhook);
    const [row] = await this.#ctx.sql<{ id: string }>`
      select id from webhook_deliveries d
      where webhook_id = ${webhook} and status <> 'delivered' and exists (
        select 1 from webhook_attempts a
        where a.workspace_id = d.workspace_id and a.delivery_id = d.id and a.error_kind is not null)
      order by created_at desc, id desc limit 1`;
    return row && readReport(this.#ctx, row.id);
  }

  async #queue(delivery: Parameters<typeof queueForced>[1]): Promise<string> {
    await queueForced(this.#ctx, delivery);
    this.#ctx.afterCommit(() => this.#courier.wake());
    return delivery.id;
  }
}

function noSuchDelivery(id: string) {
  return notFound(
    'webhook delivery',
    deliveryId.encode(id),
    'Call get_webhook_delivery_logs with the id of its webhook; logs are kept for 30 days.',
  );
}
