import { databaseRoles, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** In whose workspace a chatbot is: the one thing that is known of a visitor's request before its workspace is. */
const ChatAddressSchema = defineEntity({
  name: 'ChatAddress',
  tableName: 'chat_addresses',
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [
    ...workspaceOwned.policies,
    { name: 'chat_addresses_worker', roles: [databaseRoles.worker], using: 'true' },
  ],
  indexes: [{ name: 'chat_addresses_chatbot', properties: ['chatbotId'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
  },
});

export class ChatAddress extends ChatAddressSchema.class {}
ChatAddressSchema.setClass(ChatAddress);
