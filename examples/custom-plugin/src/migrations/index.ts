import type { MigrationObject } from '@mikro-orm/core';
import { AcmeChangesInitial } from './20261122120000_acme_changes_initial.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122120000_acme_changes_initial', class: AcmeChangesInitial },
];
