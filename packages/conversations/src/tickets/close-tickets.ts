import type { CallContext } from '@conferbot/plugin';

/** Closes the open ticket of a conversation, if it has one. Call it under the lock of the conversation's row. */
export async function closeTickets(ctx: CallContext, conversationId: string): Promise<void> {
  const now = ctx.now();
  await ctx.sql`
    update tickets set status = 'closed', closed_at = ${now}, updated_at = ${now}
    where conversation_id = ${conversationId} and status <> 'closed'`;
}
