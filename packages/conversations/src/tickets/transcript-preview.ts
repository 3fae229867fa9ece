import type { CallContext } from '@conferbot/plugin';
import { z } from 'zod';
import { excerpt } from './excerpt.ts';

const mostLines = 4;
const longestLine = 160;

export const previewOutput = z
  .array(z.looseObject({}))
  .describe(`The last ${mostLines} messages, oldest first: from (visitor, bot, agent), text (cut).`);

export interface PreviewLine {
  readonly from: 'visitor' | 'bot' | 'agent';
  readonly text: string;
}

interface LineRow {
  readonly conversation_id: string;
  readonly from: PreviewLine['from'];
  readonly type: string;
  readonly text: string | null;
}

/** What was said last in some conversations, by conversation. */
export async function readPreviews(
  ctx: CallContext,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PreviewLine[]>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await ctx.sql<LineRow>`
    select wanted.id as conversation_id, said."from", said.type, said.text
    from (select distinct id from unnest(${conversationIds}::uuid[]) as given(id)) as wanted
      cross join lateral (
        select seq, "from", type, left(coalesce(body->>'text', body->>'caption'), ${longestLine * 4}) as text
        from conversation_messages where conversation_id = wanted.id and "from" <> 'system'
        order by seq desc limit ${mostLines}) as said
    order by wanted.id, said.seq`;
  const lines = Map.groupBy(rows, row => row.conversation_id);
  return new Map([...lines].map(([id, said]) => [id, said.map(lineOf)]));
}

function lineOf({ from, type, text }: LineRow): PreviewLine {
  const line = excerpt(text ?? '', longestLine);
  return { from, text: line === '' ? `[${type}]` : line };
}
