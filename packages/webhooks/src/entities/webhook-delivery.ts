import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import type { DeliveryStatus } from '../contract.ts';

/** One event on its way to one webhook. */
const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_deliveries',
  ...workspaceOwned,
  uniques: [{ name: 'webhook_deliveries_event', properties: ['workspaceId', 'eventId', 'webhookId'] }],
  indexes: [
    { name: 'webhook_deliveries_log', properties: ['workspaceId', 'webhookId', 'createdAt', 'id'] },
    {
      name: 'webhook_deliveries_due',
      properties: ['workspaceId', 'webhookId', 'dueAt'],
      where: 'due_at is not null',
    },
    {
      name: 'webhook_deliveries_leased',
      properties: ['workspaceId', 'webhookId'],
      where: 'lease_id is not null',
    },
    {
      name: 'webhook_deliveries_order',
      properties: ['workspaceId', 'webhookId', 'orderKey', 'position'],
      where: 'first_pending',
    },
  ],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    webhookId: p.uuid(),
    /** In the order in which the events happened. */
    position: p.bigint('number').autoincrement(),
    /** What receivers tell copies by: the id of the delivery itself, or of the one that it repeats. */
    messageId: p.uuid(),
    /** Null for what no event caused. */
    eventId: p.uuid().nullable(),
    event: p.text(),
    /** First attempts of one key are made one after the other; null: in no order. */
    orderKey: p.text().nullable(),
    /** Asked for by name: sent whatever the status of the webhook. */
    forced: p.boolean(),
    /** As it is signed and sent, at each attempt. */
    body: p.text(),
    status: p.text().$type<DeliveryStatus>(),
    /** The next attempt, or the end of the lease of the one that is being made; null: none, or not before its turn. */
    dueAt: p.datetime(3).nullable(),
    /** Of the attempt that is being made. */
    leaseId: p.uuid().nullable(),
    /** Attempts begun. */
    attempts: p.integer().default(0),
    /** Attempts that ended without success: where it stands in the schedule. */
    failures: p.integer().default(0),
    firstPending: p.boolean(),
    attemptedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});

export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
