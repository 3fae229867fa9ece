import type { MigrationObject } from '@mikro-orm/core';
import { RuntimeInitial } from './20261122090000_runtime_initial.ts';
import { RuntimeIdempotencyKeys } from './20261123010000_runtime_idempotency_keys.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122090000_runtime_initial', class: RuntimeInitial },
  { name: '20261123010000_runtime_idempotency_keys', class: RuntimeIdempotencyKeys },
];
