import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** A conversation that wants a person. */
const TicketSchema = defineEntity({
  name: 'Ticket',
  tableName: 'tickets',
  ...workspaceOwned,
  indexes: [
    { name: 'tickets_newest', properties: ['workspaceId', 'createdAt', 'id'] },
    { name: 'tickets_chatbot', properties: ['workspaceId', 'chatbotId', 'createdAt', 'id'] },
    { name: 'tickets_conversation', properties: ['workspaceId', 'conversationId'] },
  ],
  uniques: [{ name: 'tickets_number', properties: ['workspaceId', 'number'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** Counts within the workspace. */
    number: p.integer(),
    chatbotId: p.uuid(),
    conversationId: p.uuid(),
    subject: p.text(),
    status: p.text().$type<'open' | 'in-progress' | 'pending' | 'closed'>(),
    priority: p.text().$type<'low' | 'normal' | 'high' | 'urgent'>(),
    assignee: p.text().nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    closedAt: p.datetime(3).nullable(),
    firstResponseAt: p.datetime(3).nullable(),
  },
});

export class Ticket extends TicketSchema.class {}
TicketSchema.setClass(Ticket);
