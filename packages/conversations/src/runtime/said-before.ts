import { type CallContext, Fault } from '@conferbot/plugin';
import type { ConversationMoved } from '../contract.ts';

interface AgentMessage {
  readonly text: string;
  readonly name: string;
}

/**
 * What a person's message led to that came before under the same name; undefined for one that is new. Call it under the
 * lock of the conversation's row.
 *
 * @throws Fault `conflict` when the name is another message's
 */
export async function saidBefore(
  ctx: CallContext,
  conversationId: string,
  clientMessageId: string,
  { text, name }: AgentMessage,
): Promise<ConversationMoved | undefined> {
  const [said] = await ctx.sql<{ seq: number; body: AgentMessage }>`
    select seq, body from conversation_messages
    where conversation_id = ${conversationId} and "from" = 'agent' and client_message_id = ${clientMessageId}`;
  if (said === undefined) return undefined;
  if (said.body.text !== text || said.body.name !== name) {
    throw new Fault('conflict', `Another message was sent as clientMessageId ${clientMessageId}.`, {
      fix: 'Give each message a clientMessageId of its own.',
    });
  }
  return { id: conversationId, status: 'human', lastSeq: said.seq };
}
