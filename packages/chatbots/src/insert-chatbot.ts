import { type CallContext, newUuid } from '@conferbot/plugin';
import type { ChatbotRow } from './chatbot-view.ts';

/** Writes a new chatbot without its aspects. */
export async function insertChatbot(ctx: CallContext, name: string, description: string): Promise<ChatbotRow> {
  const now = ctx.now();
  const id = newUuid(now.getTime());
  await ctx.sql`
    insert into chatbots (workspace_id, id, name, description, created_at, updated_at)
    values (${ctx.workspace.id}, ${id}, ${name}, ${description}, ${now}, ${now})`;
  return {
    id,
    name,
    description,
    disabled: false,
    published_version_id: null,
    response_count: 0,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
  };
}
