import { type CallContext, type Fault, notFound } from '@conferbot/plugin';
import type { ChatbotRow } from './chatbot-view.ts';
import { chatbotId } from './contract.ts';

/** The row of a chatbot. @throws Fault `not_found`. */
export async function findChatbot(ctx: CallContext, id: string): Promise<ChatbotRow> {
  const [row] = await ctx.sql<ChatbotRow>`
    select id, name, description, disabled, published_version_id, response_count, created_at, updated_at
    from chatbots where id = ${id}`;
  if (row === undefined) throw noSuchChatbot(id);
  return row;
}

export function noSuchChatbot(id: string): Fault {
  return notFound('chatbot', chatbotId.encode(id), 'Call list_chatbots to see the chatbots there are.');
}
