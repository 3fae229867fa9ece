import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** Append-only: a loop keeps each pass. */
const ConversationAnswerSchema = defineEntity({
  name: 'ConversationAnswer',
  tableName: 'conversation_answers',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    /** 1 for the first answer of the conversation. */
    ordinal: p.integer().primary(),
    nodeId: p.text(),
    key: p.text(),
    /** Any JSON. */
    value: p.json<unknown>(),
    /** Empty where nothing was asked. */
    question: p.text(),
    answeredAt: p.datetime(3),
  },
});

export class ConversationAnswer extends ConversationAnswerSchema.class {}
ConversationAnswerSchema.setClass(ConversationAnswer);
