import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** Work outside that a turn asked for. */
const ConversationEffectSchema = defineEntity({
  name: 'ConversationEffect',
  tableName: 'conversation_effects',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    effectId: p.text().primary(),
    nodeId: p.text(),
    kind: p.text(),
    /** Whether the flow waits for its result. */
    awaited: p.boolean(),
    status: p.text().$type<'pending' | 'done' | 'failed'>(),
    /** Sealed, since it may hold keys; null once it was carried out. */
    request: p.text().nullable(),
    /** Why it failed. */
    error: p.text().nullable(),
    attempts: p.integer().default(0),
    /** When it may be carried out: later than now while somebody is at it, or after a failure. */
    dueAt: p.datetime(3),
    /** The visitor's message whose answer grows by what the result leads to. */
    clientMessageId: p.text().nullable(),
    createdAt: p.datetime(3),
  },
});

export class ConversationEffect extends ConversationEffectSchema.class {}
ConversationEffectSchema.setClass(ConversationEffect);
