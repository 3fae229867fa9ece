import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** A quarter of an hour whose roll-up is not what its conversations are now. */
const StaleQuarterSchema = defineEntity({
  name: 'StaleQuarter',
  tableName: 'stale_quarters',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    startsAt: p.datetime(3).primary(),
  },
});

export class StaleQuarter extends StaleQuarterSchema.class {}
StaleQuarterSchema.setClass(StaleQuarter);
