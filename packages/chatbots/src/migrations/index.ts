import type { MigrationObject } from '@mikro-orm/core';
import { ChatbotsInitial } from './20261122090100_chatbots_initial.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122090100_chatbots_initial', class: ChatbotsInitial },
];
