import type { ChatbotAspect } from '@conferbot/chatbots/contract';
import type { CallContext } from '@conferbot/plugin';

/** What visitors left with a chatbot: kept nowhere else, and never copied. */
export const conversationAspect: ChatbotAspect = {
  name: 'conversations',
  create: (ctx, chatbotId) => openAddress(ctx, chatbotId),
  async remove(ctx, chatbotId) {
    await ctx.sql`delete from chat_addresses where chatbot_id = ${chatbotId}`;
    const tickets = await ctx.sql`delete from tickets where chatbot_id = ${chatbotId} returning id`;
    const [removed] = await ctx.sql<{ responses: number; messages: number; files: number; conversations: number }>`
      with gone as (delete from conversations where chatbot_id = ${chatbotId} returning id, first_answer_at),
        messages as (
          delete from conversation_messages where conversation_id in (select id from gone) returning 1),
        answers as (delete from conversation_answers where conversation_id in (select id from gone)),
        visits as (delete from conversation_visits where conversation_id in (select id from gone)),
        replies as (delete from conversation_replies where conversation_id in (select id from gone)),
        effects as (delete from conversation_effects where conversation_id in (select id from gone)),
        alarms as (delete from conversation_alarms where conversation_id in (select id from gone)),
        files as (delete from conversation_files where conversation_id in (select id from gone) returning 1)
      select count(*)::int as conversations, count(first_answer_at)::int as responses,
        (select count(*) from messages)::int as messages, (select count(*) from files)::int as files
      from gone`;
    const { conversations = 0, responses = 0, messages = 0, files = 0 } = removed ?? {};
    return { conversations, responses, messages, files, tickets: tickets.length };
  },
};

/** From now on visitors find the chatbot. */
export async function openAddress(ctx: CallContext, chatbotId: string): Promise<void> {
  await ctx.sql`
    insert into chat_addresses (workspace_id, chatbot_id) values (${ctx.workspace.id}, ${chatbotId})
    on conflict do nothing`;
}
