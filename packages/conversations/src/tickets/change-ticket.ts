import { type CallContext, Fault } from '@conferbot/plugin';
import { findTicket } from './find-ticket.ts';
import type { TicketPriority } from './ticket-priority.ts';
import type { TicketStatus } from './ticket-status.ts';
import type { TicketRow } from './ticket-view.ts';

export interface TicketChange {
  readonly status?: TicketStatus | undefined;
  readonly priority?: TicketPriority | undefined;
  /** Null for nobody in particular. */
  readonly assignee?: string | null | undefined;
  readonly subject?: string | undefined;
}

/**
 * Changes what is given and leaves the rest. Takes the lock of the conversation, so that it keeps one open ticket.
 *
 * @throws Fault `not_found`; `conflict` when a closed ticket is opened again beside another open one
 */
export async function changeTicket(ctx: CallContext, id: string, change: TicketChange): Promise<TicketRow> {
  const { conversation_id } = await findTicket(ctx, id);
  await ctx.sql`select id from conversations where id = ${conversation_id} for update`;
  const before = await findTicket(ctx, id);
  const after = { ...before, ...given(change) };
  if (before.status === 'closed' && after.status !== 'closed') await refuseSecond(ctx, before);
  const now = ctx.now();
  const closedAt = after.status === 'closed' ? (before.closed_at ?? now.toISOString()) : null;
  await ctx.sql`
    update tickets set status = ${after.status}, priority = ${after.priority}, assignee = ${after.assignee},
      subject = ${after.subject}, closed_at = ${closedAt}::timestamptz, updated_at = ${now}
    where id = ${id}`;
  return { ...after, closed_at: closedAt, updated_at: now.toISOString() };
}

function given(change: TicketChange): Partial<Pick<TicketRow, 'status' | 'priority' | 'assignee' | 'subject'>> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function refuseSecond(ctx: CallContext, { id, conversation_id }: TicketRow): Promise<void> {
  const [other] = await ctx.sql<{ number: number }>`
    select number from tickets where conversation_id = ${conversation_id} and status <> 'closed' and id <> ${id}`;
  if (other === undefined) return;
  throw new Fault('conflict', `The conversation has another open ticket: number ${other.number}.`, {
    fix: 'Go on with that ticket, or close it first.',
  });
}
