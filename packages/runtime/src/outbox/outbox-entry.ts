import { databaseRoles, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** One event on its way to one subscriber. Gone once that subscriber has handled it. */
const OutboxEntrySchema = defineEntity({
  name: 'OutboxEntry',
  tableName: 'outbox',
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [...workspaceOwned.policies, { name: 'outbox_worker', roles: [databaseRoles.worker], using: 'true' }],
  indexes: [
    { name: 'outbox_head', properties: ['workspaceId', 'subscriber', 'position'] },
    { name: 'outbox_due', properties: ['nextAttemptAt'] },
  ],
  properties: {
    workspaceId: p.uuid().primary(),
    /** Order of events: later for what was caused by an earlier one. */
    position: p.bigint('number').primary().autoincrement(),
    subscriber: p.text(),
    eventId: p.uuid(),
    eventName: p.text(),
    payload: p.json<unknown>(),
    occurredAt: p.datetime(3),
    attempts: p.integer().default(0),
    /** When it is due; null once it was given up. */
    nextAttemptAt: p.datetime(3).nullable(),
    lastError: p.text().nullable(),
  },
});

export class OutboxEntry extends OutboxEntrySchema.class {}
OutboxEntrySchema.setClass(OutboxEntry);
