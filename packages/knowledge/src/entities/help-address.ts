import { databaseRoles, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** In whose workspace a chatbot is: addresses of the help centre say no more than its id. */
const HelpAddressSchema = defineEntity({
  name: 'HelpAddress',
  tableName: 'help_addresses',
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [
    ...workspaceOwned.policies,
    { name: 'help_addresses_worker', roles: [databaseRoles.worker], using: 'true' },
  ],
  indexes: [{ name: 'help_addresses_chatbot', properties: ['chatbotId'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
  },
});

export class HelpAddress extends HelpAddressSchema.class {}
HelpAddressSchema.setClass(HelpAddress);
