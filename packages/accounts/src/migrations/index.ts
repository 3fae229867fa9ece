import type { MigrationObject } from '@mikro-orm/core';
import { AccountsInitial } from './20261122091000_accounts_initial.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122091000_accounts_initial', class: AccountsInitial },
];
