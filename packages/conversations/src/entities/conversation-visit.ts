import type { VisitExit } from '@conferbot/flow-engine';
import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** A pass through a node. */
const ConversationVisitSchema = defineEntity({
  name: 'ConversationVisit',
  tableName: 'conversation_visits',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    conversationId: p.uuid().primary(),
    /** 1 for the first node of the conversation. */
    ordinal: p.integer().primary(),
    nodeId: p.text(),
    nodeType: p.text(),
    /** 1 for the first visit of the node. */
    visit: p.integer(),
    enteredAt: p.datetime(3),
    exitedAt: p.datetime(3).nullable(),
    /** Null while the node waits. */
    exit: p.text().$type<VisitExit>().nullable(),
    edgeId: p.text().nullable(),
  },
});

export class ConversationVisit extends ConversationVisitSchema.class {}
ConversationVisitSchema.setClass(ConversationVisit);
