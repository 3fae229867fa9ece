import type { FlowStatus, InputRequest } from '@conferbot/flow-engine';
import type { CallContext } from '@conferbot/plugin';
import { type Answering, noAnswering } from '../answers/answering.ts';
import { type VisitorInput, visitorInput } from '../answers/visitor-input.ts';
import type { ConversationStatus } from '../contract.ts';
import type { StoredMessage } from '../runtime/thread.ts';
import { ChatRefusal } from './chat-refusal.ts';

/** What a visitor sees of a conversation who comes back to it. */
export interface SessionView {
  readonly visitorId: string;
  readonly status: ConversationStatus;
  readonly input: VisitorInput | null;
  readonly lastSeq: number;
  /** A person, or the bot that asks another system. */
  readonly typing: 'agent' | 'bot' | null;
  readonly messages: readonly StoredMessage[];
}

interface Row {
  readonly visitor_id: string;
  readonly status: ConversationStatus;
  readonly request: InputRequest | null;
  readonly flow_status: FlowStatus;
  readonly waits_for: string | null;
  readonly answering: Answering | null;
  readonly last_seq: number;
  readonly agent_typing_until: string | null;
}

const mostMessages = 200;

/** @throws ChatRefusal 404 when the conversation is gone */
export async function readSession(ctx: CallContext, conversationId: string, after: number): Promise<SessionView> {
  const [row] = await ctx.sql<Row>`
    select visitor_id, status, state->'wait'->'request' as request, state->>'status' as flow_status,
      state->'wait'->>'for' as waits_for, answering, last_seq, agent_typing_until
    from conversations where id = ${conversationId}`;
  if (row === undefined) throw gone();
  const messages =
    row.last_seq <= after
      ? []
      : await ctx.sql<StoredMessage>`
          select seq, "from", type, node_id, body, created_at, client_message_id from conversation_messages
          where conversation_id = ${conversationId} and seq > ${after} and seq <= ${row.last_seq}
          order by seq limit ${mostMessages}`;
  return {
    visitorId: row.visitor_id,
    status: row.status,
    input: visitorInput(row.answering ?? noAnswering, row.flow_status, row.request),
    lastSeq: row.last_seq,
    typing: typingIn(row, ctx.now()),
    messages,
  };
}

function typingIn({ agent_typing_until, waits_for, answering }: Row, now: Date): SessionView['typing'] {
  if (agent_typing_until !== null && Date.parse(agent_typing_until) > now.getTime()) return 'agent';
  return waits_for === 'effect' || (answering?.pending ?? null) !== null ? 'bot' : null;
}

export function gone(): ChatRefusal {
  return new ChatRefusal(404, 'This conversation was removed: open a new session.');
}
