import type { CallContext } from '@conferbot/plugin';
import type { SpokenMessage } from '../insight/spoken-message.ts';

/** Enough to tell a mood and a language by. */
const longestText = 2_000;
const mostMessages = 2_000;

interface SpokenRow {
  readonly from: SpokenMessage['from'];
  readonly text: string | null;
  readonly created_at: string;
}

/** What was said in a conversation: the latest, oldest first. */
export async function readSpokenMessages(ctx: CallContext, conversationId: string): Promise<SpokenMessage[]> {
  const rows = await ctx.sql<SpokenRow>`
    select "from", left(body->>'text', ${longestText}) as text, created_at
    from conversation_messages
    where conversation_id = ${conversationId} and "from" <> 'system'
    order by seq desc limit ${mostMessages}`;
  return rows.reverse().map(({ from, text, created_at }) => ({ from, text: text ?? '', at: new Date(created_at) }));
}
