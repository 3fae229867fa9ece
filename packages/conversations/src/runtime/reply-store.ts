import type { CallContext } from '@conferbot/plugin';
import type { VisitorInput } from '../answers/visitor-input.ts';
import type { ConversationStatus } from '../contract.ts';
import type { StoredMessage, Thread } from './thread.ts';

/** What a visitor's message is answered with. */
export interface ChatReply {
  readonly messages: readonly StoredMessage[];
  readonly input: VisitorInput | null;
  readonly status: ConversationStatus;
  /** Sequence number of the last message by then: an answer with a higher one is newer. */
  readonly lastSeq: number;
}

interface ReplyRow {
  readonly digest: string;
  readonly after_seq: number;
  readonly until_seq: number;
  readonly input: { readonly request: VisitorInput | null };
  readonly status: ConversationStatus;
}

/** @returns the digest of the body that was answered; undefined for a message that is new. */
export async function knownDigest(
  ctx: CallContext,
  conversationId: string,
  clientMessageId: string,
): Promise<string | undefined> {
  const [row] = await ctx.sql<{ digest: string }>`
    select digest from conversation_replies
    where conversation_id = ${conversationId} and client_message_id = ${clientMessageId}`;
  return row?.digest;
}

/** Keeps which messages a message was answered with: they never change. */
export async function keepReply(
  ctx: CallContext,
  thread: Thread,
  message: { readonly clientMessageId: string; readonly digest: string },
): Promise<void> {
  const input = { request: thread.input };
  await ctx.sql`
    insert into conversation_replies (workspace_id, conversation_id, client_message_id, digest, after_seq, until_seq,
      input, status, created_at)
    values (${ctx.workspace.id}, ${thread.id}, ${message.clientMessageId}, ${message.digest},
      ${thread.before.last_seq}, ${thread.lastSeq}, ${input}, ${thread.status}, ${thread.now})`;
}

/** The answer grows by what an effect led to that the message caused. */
export async function extendReply(ctx: CallContext, thread: Thread, clientMessageId: string): Promise<void> {
  const input = { request: thread.input };
  await ctx.sql`
    update conversation_replies set until_seq = ${thread.lastSeq}, input = ${input}, status = ${thread.status}
    where conversation_id = ${thread.id} and client_message_id = ${clientMessageId}`;
}

export async function readReply(
  ctx: CallContext,
  conversationId: string,
  clientMessageId: string,
): Promise<ChatReply | undefined> {
  const [row] = await ctx.sql<ReplyRow>`
    select digest, after_seq, until_seq, input, status from conversation_replies
    where conversation_id = ${conversationId} and client_message_id = ${clientMessageId}`;
  if (row === undefined) return undefined;
  const messages = await ctx.sql<StoredMessage>`
    select seq, "from", type, node_id, body, created_at, client_message_id from conversation_messages
    where conversation_id = ${conversationId} and seq > ${row.after_seq} and seq <= ${row.until_seq}
    order by seq`;
  return { messages, input: row.input.request, status: row.status, lastSeq: row.until_seq };
}

/** What a visitor gets at once: what they said, as it is kept, and what they hear. */
export function replyOf(thread: Thread): ChatReply {
  const { messages, input, status, lastSeq } = thread;
  return { messages, input, status, lastSeq };
}
