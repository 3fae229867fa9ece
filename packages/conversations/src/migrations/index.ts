import type { MigrationObject } from '@mikro-orm/core';
import { ConversationsInitial } from './20261122090300_conversations_initial.ts';
import { ConversationsLiveChat } from './20261122100000_conversations_live_chat.ts';
import { ConversationsAnswering } from './20261122113000_conversations_answering.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122090300_conversations_initial', class: ConversationsInitial },
  { name: '20261122100000_conversations_live_chat', class: ConversationsLiveChat },
  { name: '20261122113000_conversations_answering', class: ConversationsAnswering },
];
