import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** What a visitor's message was answered with, so that the same message again is answered alike. */
const ConversationReplySchema = defineEntity({
  name: 'ConversationReply',
  tableName: 'conversation_replies',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    clientMessageId: p.text().primary(),
    /** SHA-256 of the body, base64url. */
    digest: p.text(),
    /** The messages of the answer: after the one, up to the other. */
    afterSeq: p.integer(),
    untilSeq: p.integer(),
    /** What the visitor was asked for then; JSON `null` for nothing. */
    input: p.json<unknown>(),
    status: p.text(),
    createdAt: p.datetime(3),
  },
});

export class ConversationReply extends ConversationReplySchema.class {}
ConversationReplySchema.setClass(ConversationReply);
