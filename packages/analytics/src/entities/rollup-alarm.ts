import { databaseRoles, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** When to count conversations of a chatbot anew: all that the job sees before it enters the workspace. */
const RollupAlarmSchema = defineEntity({
  name: 'RollupAlarm',
  tableName: 'rollup_alarms',
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [
    ...workspaceOwned.policies,
    { name: 'rollup_alarms_worker', roles: [databaseRoles.worker], using: 'true' },
  ],
  indexes: [{ name: 'rollup_alarms_due', properties: ['dueAt'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    /** Null while nothing is to be counted. */
    dueAt: p.datetime(3).nullable(),
  },
});

export class RollupAlarm extends RollupAlarmSchema.class {}
RollupAlarmSchema.setClass(RollupAlarm);
