import { type CallContext, notFound } from '@conferbot/plugin';
import { categoryId } from '../contract.ts';

/** @throws Fault `not_found`, also for a category of another chatbot */
export async function assertCategory(ctx: CallContext, chatbotId: string, id: string): Promise<void> {
  const found = await ctx.sql`select id from knowledge_categories where id = ${id} and chatbot_id = ${chatbotId}`;
  if (found.length > 0) return;
  throw notFound(
    'knowledge category',
    categoryId.encode(id),
    'Call list_knowledge_categories with the chatbotId to see the categories there are.',
  );
}
