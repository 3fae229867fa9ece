import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const ChatbotChangeSchema = defineEntity({
  name: 'ChatbotChange',
  tableName: 'acme_chatbot_changes',
  ...workspaceOwned,
  indexes: [{ name: 'acme_chatbot_changes_chatbot', properties: ['workspaceId', 'chatbotId', 'changedAt'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    /** Of the event that told it. */
    id: p.uuid().primary(),
    chatbotId: p.uuid(),
    name: p.text(),
    disabled: p.boolean(),
    changedAt: p.datetime(3),
  },
});

export class ChatbotChange extends ChatbotChangeSchema.class {}
ChatbotChangeSchema.setClass(ChatbotChange);
