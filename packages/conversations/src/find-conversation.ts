import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, type Fault, notFound } from '@conferbot/plugin';
import { conversationId } from './contract.ts';
import type { ConversationRow } from './conversation-view.ts';

/** A conversation with what is said about one only. */
export interface ConversationDetailRow extends ConversationRow {
  readonly visitor_messages: number;
  readonly bot_messages: number;
  readonly agent_messages: number;
  readonly answer_count: number;
  readonly visit_count: number;
  readonly handover_at: string | null;
  readonly completed_at: string | null;
  readonly updated_at: string;
  readonly rating_comment: string | null;
  readonly visitor: object;
  readonly meta: object;
  readonly language: string | null;
  readonly agent_name: string | null;
  readonly verified_by: string | null;
}

/** @throws Fault `not_found`, also for a conversation of another chatbot */
export async function findConversation(
  ctx: CallContext,
  chatbotId: string,
  id: string,
): Promise<ConversationDetailRow> {
  const [row] = await ctx.sql<ConversationDetailRow>`
    select id, chatbot_id, visitor_id, status, channel, flow_version_id, started_at, last_message_at, first_answer_at,
      ended_at, ticket_id, rating, created_at, visitor_messages + bot_messages + agent_messages as message_count,
      visitor_messages, bot_messages, agent_messages, answer_count, visit_count, handover_at, completed_at, updated_at,
      rating_comment, visitor, meta, language, agent_name, verified_by
    from conversations where id = ${id} and chatbot_id = ${chatbotId}`;
  if (row !== undefined) return row;
  await ctx.use(chatbotDirectory).get(chatbotId);
  throw noSuchConversation(id);
}

export function noSuchConversation(id: string): Fault {
  return notFound(
    'conversation',
    conversationId.encode(id),
    'Call list_conversations with the chatbotId to see the conversations there are.',
  );
}
