import { z } from 'zod';
import { conversationDesk } from '../contract.ts';
import { closeTickets } from '../tickets/close-tickets.ts';
import { conversationRoute, moved } from './conversation-route.ts';

const body = z.object({ closeTicket: z.boolean().default(true) });

/** Ends the conversation, and its ticket unless that is to stay open. */
export const closeConversation = conversationRoute('close', body, async (ctx, id, { closeTicket }) => {
  const answer = moved(await ctx.use(conversationDesk).close(id));
  if (closeTicket) await closeTickets(ctx, id);
  return answer;
});
