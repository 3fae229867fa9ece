import type { FlowState } from '@conferbot/flow-engine';
import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import type { Answering } from '../answers/answering.ts';
import type { ConversationStatus } from '../contract.ts';

/** A conversation, which is its response too from the first answer on. */
const ConversationSchema = defineEntity({
  name: 'Conversation',
  tableName: 'conversations',
  ...workspaceOwned,
  indexes: [
    { name: 'conversations_newest', properties: ['workspaceId', 'chatbotId', 'createdAt', 'id'] },
    { name: 'conversations_status', properties: ['workspaceId', 'chatbotId', 'status', 'createdAt', 'id'] },
    { name: 'conversations_responses', properties: ['workspaceId', 'chatbotId', 'firstAnswerAt', 'id'] },
    { name: 'conversations_visitor', properties: ['workspaceId', 'chatbotId', 'visitorId'] },
  ],
  uniques: [{ name: 'conversations_client_session', properties: ['workspaceId', 'chatbotId', 'clientSessionId'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    chatbotId: p.uuid(),
    visitorId: p.text(),
    status: p.text().$type<ConversationStatus>(),
    channel: p.text(),
    /** The version that was live at the start. */
    flowVersionId: p.uuid(),
    state: p.json<FlowState>(),
    /** Sequence number of the last message. */
    lastSeq: p.integer().default(0),
    visitorMessages: p.integer().default(0),
    botMessages: p.integer().default(0),
    agentMessages: p.integer().default(0),
    /** Rows in `conversation_answers` and `conversation_visits`: their last ordinals. */
    answerCount: p.integer().default(0),
    visitCount: p.integer().default(0),
    startedAt: p.datetime(3),
    lastMessageAt: p.datetime(3),
    lastVisitorAt: p.datetime(3),
    /** When a person was first called, and first said something. */
    handoverAt: p.datetime(3).nullable(),
    firstReplyAt: p.datetime(3).nullable(),
    /** From then on it is a response. */
    firstAnswerAt: p.datetime(3).nullable(),
    /** Of `completed`, `failed`, `closed`, and `abandoned` until it is taken up again. */
    endedAt: p.datetime(3).nullable(),
    completedAt: p.datetime(3).nullable(),
    /** 1 to 5 */
    rating: p.smallint().nullable(),
    ratingComment: p.text().nullable(),
    ticketId: p.uuid().nullable(),
    /** `{name?, email?, phone?}` as known by now. */
    visitor: p.json<object>(),
    /** `{page?, referrer?, locale?, timezone?, device?}` */
    meta: p.json<object>(),
    /** ISO 639 code that somebody found out. */
    language: p.text().nullable(),
    /** Name of the person who takes part. */
    agentName: p.text().nullable(),
    /** Until when visitors see that a person is typing. */
    agentTypingUntil: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    /** What proved who the visitor is; null for one who just says so. */
    verifiedBy: p.text().$type<'hash' | 'token' | 'signature'>().nullable(),
    /** The name under which a client opened it, so that the same call again opens no other. */
    clientSessionId: p.uuid().nullable(),
    /** How it stands with questions in free words. */
    answering: p.json<Answering>().nullable(),
  },
});

export class Conversation extends ConversationSchema.class {}
ConversationSchema.setClass(Conversation);
