import { defineEntity, p } from '@mikro-orm/core';
import { controlled } from '../control-access.ts';

/** How much of a month's quota has been handed out to processes. */
const UsageMonthSchema = defineEntity({
  name: 'UsageMonth',
  tableName: 'usage_months',
  ...controlled,
  properties: {
    workspaceId: p.uuid().primary(),
    /** First day of the month (UTC). */
    month: p.date().primary(),
    /** Calls that processes were granted so far, made or not. */
    granted: p.bigint('number'),
  },
});

export class UsageMonth extends UsageMonthSchema.class {}
UsageMonthSchema.setClass(UsageMonth);
