import { z } from 'zod';
import { showTicket } from '../tickets/find-ticket.ts';
import { ticketOfConversation } from '../tickets/ticket-of-conversation.ts';
import { conversationRoute } from './conversation-route.ts';
import { ticketFields } from './ticket-fields.ts';

/** Opens a ticket for a conversation; where one is open, that one is changed and answered. */
export const createTicket = conversationRoute('ticket', z.object(ticketFields), async (ctx, id, change) => {
  const { ticket } = await ticketOfConversation(ctx, id, change);
  return showTicket(ctx, ticket);
});
