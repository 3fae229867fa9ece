import { type CallContext, notFound } from '@conferbot/plugin';
import { ticketId } from '../contract.ts';
import { type TicketRow, type TicketView, ticketView } from './ticket-view.ts';
import { readPreviews } from './transcript-preview.ts';

/** @throws Fault `not_found` */
export async function findTicket(ctx: CallContext, id: string): Promise<TicketRow> {
  const [row] = await ctx.sql<TicketRow>`
    select id, number, chatbot_id, conversation_id, subject, status, priority, assignee, created_at, updated_at,
      closed_at, first_response_at
    from tickets where id = ${id}`;
  if (row === undefined)
    throw notFound('ticket', ticketId.encode(id), 'Call list_tickets to see the tickets there are.');
  return row;
}

/** A ticket as tools and routes answer it. */
export async function showTicket(ctx: CallContext, row: TicketRow): Promise<TicketView> {
  const previews = await readPreviews(ctx, [row.conversation_id]);
  return ticketView(row, previews.get(row.conversation_id) ?? []);
}
