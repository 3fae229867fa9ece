import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import type { WebhookStatus } from '../contract.ts';

/** `requested`: its owner paused it. `failing`: too many failures in a row. `gone`: its endpoint answered 410. */
export type StatusReason = 'requested' | 'failing' | 'gone';

/** A secret that was replaced and signs for a while yet. */
export interface OldSecret {
  readonly sealed: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** Who is told about the events of a chatbot, and where. */
const WebhookSchema = defineEntity({
  name: 'Webhook',
  tableName: 'webhooks',
  ...workspaceOwned,
  indexes: [
    { name: 'webhooks_chatbot', properties: ['workspaceId', 'chatbotId'] },
    { name: 'webhooks_created', properties: ['workspaceId', 'createdAt', 'id'] },
  ],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    chatbotId: p.uuid(),
    url: p.text(),
    events: p.json<readonly string[]>(),
    description: p.text(),
    status: p.text().$type<WebhookStatus>(),
    /** Why it is not active. */
    statusReason: p.text().$type<StatusReason>().nullable(),
    /** Sealed. */
    secret: p.text(),
    secretHint: p.text(),
    oldSecrets: p.json<readonly OldSecret[]>(),
    /** Attempts that failed in a row, and since when. */
    failures: p.integer().default(0),
    failingSince: p.datetime(3).nullable(),
    lastStatus: p.text().nullable(),
    lastStatusCode: p.integer().nullable(),
    lastAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class Webhook extends WebhookSchema.class {}
WebhookSchema.setClass(Webhook);
