import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, notFound } from '@conferbot/plugin';
import { responseId } from './contract.ts';
import type { ResponseRow } from './response-view.ts';

/** A response with what is said about one only. */
export interface ResponseDetailRow extends ResponseRow {
  readonly verified_by: string | null;
}

/** @throws Fault `not_found`, also for a response of another chatbot and before its first answer */
export async function findResponse(ctx: CallContext, chatbotId: string, id: string): Promise<ResponseDetailRow> {
  const [row] = await ctx.sql<ResponseDetailRow>`
    select id, chatbot_id, visitor_id, channel, flow_version_id, answer_count, started_at, first_answer_at,
      completed_at, updated_at, visitor, meta, verified_by
    from conversations where id = ${id} and chatbot_id = ${chatbotId} and first_answer_at is not null`;
  if (row !== undefined) return row;
  await ctx.use(chatbotDirectory).get(chatbotId);
  throw notFound(
    'response',
    responseId.encode(id),
    'Call list_responses with the chatbotId to see the responses there are.',
  );
}
