import { databaseRoles, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** `deliver`: an attempt is due. `expire`: logs have grown old. */
export type AlarmKind = 'deliver' | 'expire';

/** When to look after a webhook: all that jobs see of webhooks before they enter their workspace. */
const WebhookAlarmSchema = defineEntity({
  name: 'WebhookAlarm',
  tableName: 'webhook_alarms',
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [
    ...workspaceOwned.policies,
    { name: 'webhook_alarms_worker', roles: [databaseRoles.worker], using: 'true' },
  ],
  indexes: [{ name: 'webhook_alarms_due', properties: ['kind', 'dueAt'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    webhookId: p.uuid().primary(),
    kind: p.text().primary().$type<AlarmKind>(),
    dueAt: p.datetime(3),
  },
});

export class WebhookAlarm extends WebhookAlarmSchema.class {}
WebhookAlarmSchema.setClass(WebhookAlarm);
