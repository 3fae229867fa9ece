import type { MigrationObject } from '@mikro-orm/core';
import { ConversationsInitial } from './20261122090300_conversations_initial.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122090300_conversations_initial', class: ConversationsInitial },
];
