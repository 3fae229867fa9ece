import type { MigrationObject } from '@mikro-orm/core';
import { WebhooksInitial } from './20261122090600_webhooks_initial.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122090600_webhooks_initial', class: WebhooksInitial },
];
