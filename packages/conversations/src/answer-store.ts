import type { CallContext } from '@conferbot/plugin';
import type { AnswerRow } from './answer-view.ts';

/** Answers of one conversation after so many, oldest first. */
export function readAnswers(
  ctx: CallContext,
  conversationId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<AnswerRow[]> {
  return ctx.sql<AnswerRow>`
    select conversation_id, ordinal, node_id, key, value, question, answered_at from conversation_answers
    where conversation_id = ${conversationId} and ordinal > ${after}
    order by ordinal limit ${limit}`;
}

/** The first answers of several conversations, by conversation. */
export async function readFirstAnswers(
  ctx: CallContext,
  conversationIds: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, readonly AnswerRow[]>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await ctx.sql<AnswerRow>`
    select conversation_id, ordinal, node_id, key, value, question, answered_at from conversation_answers
    where conversation_id = any(${conversationIds}::uuid[]) and ordinal <= ${limit}
    order by conversation_id, ordinal`;
  return Map.groupBy(rows, row => row.conversation_id);
}
