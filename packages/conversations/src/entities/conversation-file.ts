import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** What a visitor uploaded. */
const ConversationFileSchema = defineEntity({
  name: 'ConversationFile',
  tableName: 'conversation_files',
  ...workspaceOwned,
  indexes: [{ name: 'conversation_files_conversation', properties: ['workspaceId', 'conversationId'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    conversationId: p.uuid(),
    name: p.text(),
    /** MIME type, by what the bytes are. */
    type: p.text(),
    bytes: p.integer(),
    content: p.blob(),
    createdAt: p.datetime(3),
    /** When a message with it was taken; null for one that was only uploaded. */
    sentAt: p.datetime(3).nullable(),
  },
});

export class ConversationFile extends ConversationFileSchema.class {}
ConversationFileSchema.setClass(ConversationFile);
