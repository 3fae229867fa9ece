import type { MigrationObject } from '@mikro-orm/core';
import { WidgetInitial } from './20261122090400_widget_initial.ts';

export const migrations: readonly MigrationObject[] = [{ name: '20261122090400_widget_initial', class: WidgetInitial }];
