import type { MigrationObject } from '@mikro-orm/core';
import { ChatbotsInitial } from './20261122090100_chatbots_initial.ts';
import { ChatbotsKeptParts } from './20261122110100_chatbots_kept_parts.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122090100_chatbots_initial', class: ChatbotsInitial },
  { name: '20261122110100_chatbots_kept_parts', class: ChatbotsKeptParts },
];
