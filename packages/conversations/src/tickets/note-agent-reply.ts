import type { CallContext } from '@conferbot/plugin';

/** A person has answered: the first time counts, and an open ticket is seen to, by them where nobody was named. */
export async function noteAgentReply(ctx: CallContext, conversationId: string, agentName: string): Promise<void> {
  const now = ctx.now();
  await ctx.sql`
    update tickets set
      first_response_at = coalesce(first_response_at, ${now}),
      status = case status when 'open' then 'in-progress' else status end,
      assignee = coalesce(assignee, ${agentName}),
      updated_at = ${now}
    where conversation_id = ${conversationId} and status <> 'closed'
      and (first_response_at is null or status = 'open' or assignee is null)`;
}
