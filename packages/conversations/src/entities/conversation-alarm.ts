import { databaseRoles, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/**
 * `wake`: the time that the flow waits for. `abandon`: the visitor may have gone. `effects`: work may be left undone.
 * `clean`: something is kept that is not needed any more.
 */
export type AlarmKind = 'wake' | 'abandon' | 'effects' | 'clean';

/** When to look after a conversation: all that the job sees of conversations before it enters their workspace. */
const ConversationAlarmSchema = defineEntity({
  name: 'ConversationAlarm',
  tableName: 'conversation_alarms',
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [
    ...workspaceOwned.policies,
    { name: 'conversation_alarms_worker', roles: [databaseRoles.worker], using: 'true' },
  ],
  indexes: [{ name: 'conversation_alarms_due', properties: ['kind', 'dueAt'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    kind: p.text().primary().$type<AlarmKind>(),
    dueAt: p.datetime(3),
  },
});

export class ConversationAlarm extends ConversationAlarmSchema.class {}
ConversationAlarmSchema.setClass(ConversationAlarm);
