import { defineEntity, p } from '@mikro-orm/core';
import { controlled } from '../control-access.ts';

/** Calls of one day (UTC), by key and by what was called. */
const UsageDaySchema = defineEntity({
  name: 'UsageDay',
  tableName: 'usage_days',
  ...controlled,
  properties: {
    workspaceId: p.uuid().primary(),
    day: p.date().primary(),
    keyId: p.uuid().primary(),
    /** Name of the tool, or method of the protocol. */
    tool: p.text().primary(),
    calls: p.bigint('number'),
  },
});

export class UsageDay extends UsageDaySchema.class {}
UsageDaySchema.setClass(UsageDay);
