import type { CallContext } from '@conferbot/plugin';
import { noSuchConversation } from '../find-conversation.ts';
import { type CountedConversation, tellChange } from '../history/tell-change.ts';
import { changeTicket, type TicketChange } from './change-ticket.ts';
import { findTicket } from './find-ticket.ts';
import { openTicket } from './open-ticket.ts';
import type { TicketRow } from './ticket-view.ts';

/** Changes the open ticket of a conversation, or opens one that is like this. @throws Fault `not_found` */
export async function ticketOfConversation(
  ctx: CallContext,
  conversationId: string,
  change: Omit<TicketChange, 'status'>,
): Promise<{ readonly ticket: TicketRow; readonly created: boolean }> {
  const [row] = await ctx.sql<CountedConversation>`
    select id, chatbot_id, started_at from conversations where id = ${conversationId} for update`;
  if (row === undefined) throw noSuchConversation(conversationId);
  const { id, created } = await openTicket(ctx, { chatbotId: row.chatbot_id, conversationId, ...change });
  if (created) tellChange(ctx, row);
  return { ticket: created ? await findTicket(ctx, id) : await changeTicket(ctx, id, change), created };
}
