import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

export type MessageAuthor = 'bot' | 'agent' | 'visitor' | 'system';

const ConversationMessageSchema = defineEntity({
  name: 'ConversationMessage',
  tableName: 'conversation_messages',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    /** 1 for the first message of the conversation. */
    seq: p.integer().primary(),
    from: p.text().$type<MessageAuthor>(),
    type: p.text(),
    nodeId: p.text().nullable(),
    /** What the type has: `{text?, url?, caption?, fileName?, name?, …}`. */
    body: p.json<object>(),
    createdAt: p.datetime(3),
    /** The name that a visitor's or an agent's client gave the message. */
    clientMessageId: p.text().nullable(),
  },
});

export class ConversationMessage extends ConversationMessageSchema.class {}
ConversationMessageSchema.setClass(ConversationMessage);
