import type { MigrationObject } from '@mikro-orm/core';
import { AnalyticsInitial } from './20261122110200_analytics_initial.ts';

export const migrations: readonly MigrationObject[] = [
  { name: '20261122110200_analytics_initial', class: AnalyticsInitial },
];
