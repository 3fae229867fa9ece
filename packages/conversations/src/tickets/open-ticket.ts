import { type CallContext, newUuid } from '@conferbot/plugin';
import { ticketCreated } from '../contract.ts';
import { nextTicketNumber } from './next-ticket-number.ts';
import { type TicketPriority, ticketPriorityOf } from './ticket-priority.ts';
import { ticketSubject } from './ticket-subject.ts';

/** Why a person is wanted, and for what. */
export interface TicketRequest {
  /** uuid */
  readonly chatbotId: string;
  /** uuid */
  readonly conversationId: string;
  /** Default: what the visitor wrote last, cut. */
  readonly subject?: string | undefined;
  /** Any text, as authors of flows write it; what is no priority is `normal`. */
  readonly priority?: string | undefined;
  /** Who is asked; null for nobody in particular. */
  readonly assignee?: string | null | undefined;
}

export interface OpenedTicket {
  /** uuid */
  readonly id: string;
  readonly number: number;
  /** False when the conversation had an open ticket already: then that one is returned as it is. */
  readonly created: boolean;
}

/**
 * Opens a ticket for a conversation, unless it has one that is not closed. Call it in the transaction that holds the
 * lock of the conversation's row, after the messages of the turn are written. Writes `conversations.ticket_id` itself,
 * so a later write of that row must leave the column alone (or write the id that is returned), and emits
 * `ticket.created`.
 */
export async function openTicket(ctx: CallContext, request: TicketRequest): Promise<OpenedTicket> {
  const { chatbotId, conversationId } = request;
  const [open] = await ctx.sql<{ id: string; number: number }>`
    select id, number from tickets where conversation_id = ${conversationId} and status <> 'closed'`;
  if (open !== undefined) return { ...open, created: false };
  const priority = ticketPriorityOf(request.priority);
  const ticket = {
    id: newUuid(ctx.now().getTime()),
    number: await nextTicketNumber(ctx),
    subject: request.subject ?? (await ticketSubject(ctx, conversationId)),
    priority,
    assignee: request.assignee ?? null,
  };
  await insertTicket(ctx, request, ticket);
  ctx.emit(ticketCreated, { ticketId: ticket.id, number: ticket.number, chatbotId, conversationId, priority });
  return { id: ticket.id, number: ticket.number, created: true };
}

interface NewTicket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly priority: TicketPriority;
  readonly assignee: string | null;
}

async function insertTicket(
  ctx: CallContext,
  { chatbotId, conversationId }: TicketRequest,
  { id, number, subject, priority, assignee }: NewTicket,
): Promise<void> {
  const now = ctx.now();
  await ctx.sql`
    insert into tickets (workspace_id, id, number, chatbot_id, conversation_id, subject, status, priority, assignee,
      created_at, updated_at)
    values (${ctx.workspace.id}, ${id}, ${number}, ${chatbotId}, ${conversationId}, ${subject}, 'open', ${priority},
      ${assignee}, ${now}, ${now})`;
  await ctx.sql`update conversations set ticket_id = ${id} where id = ${conversationId}`;
}
