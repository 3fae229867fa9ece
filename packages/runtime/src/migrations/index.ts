import type { MigrationObject } from '@mikro-orm/core';
import { RuntimeInitial } from './20261122090000_runtime_initial.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122090000_runtime_initial', class: RuntimeInitial },
];
