import { type FlowState, readState } from '@conferbot/flow-engine';
import type { CallContext } from '@conferbot/plugin';
import { type Answering, noAnswering } from '../answers/answering.ts';
import type { ConversationStatus } from '../contract.ts';

/** What moving a conversation on takes of its row. */
export interface ThreadRow {
  readonly id: string;
  readonly chatbot_id: string;
  readonly visitor_id: string;
  readonly status: ConversationStatus;
  readonly channel: string;
  readonly flow_version_id: string;
  readonly state: FlowState;
  readonly last_seq: number;
  readonly visitor_messages: number;
  readonly bot_messages: number;
  readonly agent_messages: number;
  readonly answer_count: number;
  readonly visit_count: number;
  readonly started_at: string;
  readonly last_message_at: string;
  readonly last_visitor_at: string;
  readonly handover_at: string | null;
  readonly first_reply_at: string | null;
  readonly first_answer_at: string | null;
  readonly ended_at: string | null;
  readonly completed_at: string | null;
  readonly agent_name: string | null;
  readonly answering: Answering;
}

/** The row under its lock, which makes turns of a conversation follow one another; undefined when there is none. */
export async function lockThreadRow(ctx: CallContext, id: string): Promise<ThreadRow | undefined> {
  const [row] = await ctx.sql<Omit<ThreadRow, 'answering'> & { readonly answering: Answering | null }>`
    select id, chatbot_id, visitor_id, status, channel, flow_version_id, state, last_seq, visitor_messages, bot_messages,
      agent_messages, answer_count, visit_count, started_at, last_message_at, last_visitor_at, handover_at,
      first_reply_at, first_answer_at, ended_at, completed_at, agent_name, answering
    from conversations where id = ${id} for update`;
  return row === undefined
    ? undefined
    : { ...row, state: readState(row.state), answering: row.answering ?? noAnswering };
}
