import { databaseRoles, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** In whose workspace a chatbot is: pages that show it say no more than its id. */
const WidgetAddressSchema = defineEntity({
  name: 'WidgetAddress',
  tableName: 'widget_addresses',
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [
    ...workspaceOwned.policies,
    { name: 'widget_addresses_worker', roles: [databaseRoles.worker], using: 'true' },
  ],
  indexes: [{ name: 'widget_addresses_chatbot', properties: ['chatbotId'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
  },
});

export class WidgetAddress extends WidgetAddressSchema.class {}
WidgetAddressSchema.setClass(WidgetAddress);
