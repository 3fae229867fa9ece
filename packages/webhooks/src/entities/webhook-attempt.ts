import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import type { AttemptErrorKind } from '../contract.ts';

/** What came of one attempt of a delivery. */
const WebhookAttemptSchema = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempts',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    deliveryId: p.uuid().primary(),
    /** From 1. */
    number: p.integer().primary(),
    startedAt: p.datetime(3),
    durationMs: p.integer().nullable(),
    statusCode: p.integer().nullable(),
    errorKind: p.text().$type<AttemptErrorKind>().nullable(),
    errorMessage: p.text().nullable(),
    /** Bytes, since nothing is known about them. */
    responseBody: p.blob().nullable(),
  },
});

export class WebhookAttempt extends WebhookAttemptSchema.class {}
WebhookAttemptSchema.setClass(WebhookAttempt);
