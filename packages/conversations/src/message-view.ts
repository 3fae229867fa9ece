import type { CallContext } from '@conferbot/plugin';
import { z } from 'zod';
import { cutPart } from './cut-part.ts';

/** Characters of one text are at most 10,000: these are read at once, and cut to what an answer takes. */
const mostMessages = 200;
const roomForMessages = 40_000;

interface MessageRow {
  readonly seq: number;
  readonly from: 'bot' | 'agent' | 'visitor' | 'system';
  readonly type: string;
  readonly node_id: string | null;
  readonly body: object;
  readonly created_at: string;
}

export const messagesOutput = z
  .array(z.looseObject({}))
  .describe(
    'seq, from (visitor, bot, agent, system), type, createdAt; text, url, caption, nodeId, citations where they apply.',
  );

/** As many messages after a sequence number as one answer takes, and whether there are more. */
export async function messagesAfter(
  ctx: CallContext,
  conversationId: string,
  seq: number,
): Promise<{ readonly messages: MessageView[]; readonly more: boolean }> {
  const rows = await ctx.sql<MessageRow>`
    select seq, "from", type, node_id, body, created_at from conversation_messages
    where conversation_id = ${conversationId} and seq > ${seq}
    order by seq limit ${mostMessages + 1}`;
  const messages = cutPart(rows.slice(0, mostMessages).map(messageView), roomForMessages);
  return { messages: [...messages], more: messages.length < rows.length };
}

interface MessageView {
  readonly seq: number;
  readonly [member: string]: unknown;
}

function messageView({ seq, from, type, node_id, body, created_at }: MessageRow): MessageView {
  return { ...body, seq, from, type, ...(node_id !== null && { nodeId: node_id }), createdAt: created_at };
}
