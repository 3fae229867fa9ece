import type { CallContext } from '@conferbot/plugin';
import { excerpt } from './excerpt.ts';

const longest = 120;
const unknown = 'A visitor asks for a person.';

/** What a ticket is about, as far as nobody has said it: what the visitor wrote last. */
export async function ticketSubject(ctx: CallContext, conversationId: string): Promise<string> {
  const [row] = await ctx.sql<{ text: string | null }>`
    select body->>'text' as text from conversation_messages
    where conversation_id = ${conversationId} and "from" = 'visitor'
    order by seq desc limit 1`;
  const subject = excerpt(row?.text ?? '', longest);
  return subject === '' ? unknown : subject;
}
