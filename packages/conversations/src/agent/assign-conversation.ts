import { z } from 'zod';
import { showTicket } from '../tickets/find-ticket.ts';
import { ticketOfConversation } from '../tickets/ticket-of-conversation.ts';
import { assignee } from './agent-fields.ts';
import { conversationRoute } from './conversation-route.ts';

/** Says who sees to a conversation. Answers its ticket, which is opened where there is none. */
export const assignConversation = conversationRoute('assign', z.object({ assignee }), async (ctx, id, change) => {
  const { ticket } = await ticketOfConversation(ctx, id, change);
  return showTicket(ctx, ticket);
});
