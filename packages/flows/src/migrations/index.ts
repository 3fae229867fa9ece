import type { MigrationObject } from '@mikro-orm/core';
import { FlowsInitial } from './20261122090200_flows_initial.ts';

export const migrations: readonly MigrationObject[] = [{ name: '20261122090200_flows_initial', class: FlowsInitial }];
