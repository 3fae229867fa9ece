import { randomUUID } from 'node:crypto';
import { chatbotId } from '@conferbot/chatbots/contract';
import { type CallContext, definePlugin, defineTool, type Plugin } from '@conferbot/plugin';
import { inCall } from '@conferbot/runtime';
import type { Testbed, TestWorkspace } from '@conferbot/testing';
import { z } from 'zod';
import type { ConversationStatus } from '../../src/contract.ts';
import type { TicketStatus } from '../../src/tickets/ticket-status.ts';

/** A conversation that took place, as far as a test cares. */
export interface PastConversation {
  readonly id?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly seconds?: number;
  readonly status?: ConversationStatus;
  readonly channel?: string;
  readonly rating?: number;
  readonly handover?: boolean;
  readonly messages?: readonly { readonly from: 'visitor' | 'bot' | 'agent' | 'system'; readonly text: string }[];
  readonly answers?: readonly { readonly key: string; readonly value: unknown }[];
  /** Milliseconds since 1970; default `at`. */
  readonly firstAnswerAt?: number;
  readonly visits?: readonly {
    readonly nodeId: string;
    readonly nodeType?: string;
    readonly seconds?: number | null;
    readonly exit?: string | null;
  }[];
  readonly ticket?: { readonly status?: TicketStatus; readonly assignee?: string };
}

const versionId = randomUUID();
let numbers = 0;

/** Writes conversations of a chatbot (`bot_…`) straight into the store. Returns their uuids in the order given. */
export function remember(
  bed: Testbed,
  { caller }: TestWorkspace,
  chatbot: string,
  past: readonly PastConversation[],
): Promise<string[]> {
  return inCall(bed.runtime, caller, { readOnly: false }, ctx => writeHistory(ctx, chatbot, past));
}

/** The same as a tool, `remember_conversation`, for tests that have no more than a workspace. */
export function historyKeeper(): Plugin {
  const rememberConversation = defineTool({
    name: 'remember_conversation',
    title: 'Remember conversation',
    description: 'Writes a conversation straight into the store.',
    safety: { readOnly: false, destructive: false, idempotent: false },
    input: z.object({ chatbotId: z.string().describe('Id.'), past: z.looseObject({}).describe('The conversation.') }),
    output: z.object({ id: z.string().describe('uuid') }),
  }).run(async ({ chatbotId: chatbot, past }, ctx) => {
    const [id = ''] = await writeHistory(ctx, chatbot, [past as unknown as PastConversation]);
    return { id };
  });
  return definePlugin({ id: 'history-keeper', version: '0.0.0', tools: [rememberConversation] });
}

async function writeHistory(
  { sql, workspace }: CallContext,
  chatbot: string,
  past: readonly PastConversation[],
): Promise<string[]> {
  const bot = chatbotId.decode(chatbot) ?? '';
  const known = past.map(entry => ({ ...entry, id: entry.id ?? randomUUID() }));
  const rows = known.map(entry => rowsOf(entry, workspace.id, bot));
  const conversations = { rows: rows.map(row => row.conversation) };
  const messages = { rows: rows.flatMap(row => row.messages) };
  const answers = { rows: rows.flatMap(row => row.answers) };
  const visits = { rows: rows.flatMap(row => row.visits) };
  const tickets = { rows: rows.flatMap(row => row.tickets) };
  await sql`insert into conversations
    select * from jsonb_populate_recordset(null::conversations, ${conversations}::jsonb->'rows')`;
  await sql`insert into conversation_messages
    select * from jsonb_populate_recordset(null::conversation_messages, ${messages}::jsonb->'rows')`;
  // JSON null is a value here.
  await sql`insert into conversation_answers
    select (jsonb_populate_record(null::conversation_answers, row || jsonb_build_object('value', to_jsonb(1)))).*
    from jsonb_array_elements(${answers}::jsonb->'rows') as row`;
  await sql`update conversation_answers as answer set value = row->'value'
    from jsonb_array_elements(${answers}::jsonb->'rows') as row
    where answer.conversation_id = (row->>'conversation_id')::uuid and answer.ordinal = (row->>'ordinal')::int`;
  await sql`insert into conversation_visits
    select * from jsonb_populate_recordset(null::conversation_visits, ${visits}::jsonb->'rows')`;
  await sql`insert into tickets select * from jsonb_populate_recordset(null::tickets, ${tickets}::jsonb->'rows')`;
  return known.map(({ id }) => id);
}

function rowsOf(past: PastConversation & { readonly id: string }, workspace_id: string, chatbot_id: string) {
  const { id, at, seconds = 0, messages = [], answers = [], visits = [], ticket, status = 'active' } = past;
  const time = (ms: number) => new Date(ms).toISOString();
  const [start, end] = [time(at), time(at + seconds * 1000)];
  const of = (from: string) => messages.filter(message => message.from === from).length;
  const ended = ['completed', 'abandoned', 'failed', 'closed'].includes(status);
  const step = messages.length > 1 ? (seconds * 1000) / (messages.length - 1) : 0;
  const ticketId = ticket === undefined ? null : randomUUID();
  const owned = { workspace_id, conversation_id: id };
  return {
    conversation: {
      workspace_id,
      id,
      chatbot_id,
      visitor_id: `visitor-${id}`,
      status,
      channel: past.channel ?? 'web',
      flow_version_id: versionId,
      state: {},
      last_seq: messages.length,
      visitor_messages: of('visitor'),
      bot_messages: of('bot'),
      agent_messages: of('agent'),
      answer_count: answers.length,
      visit_count: visits.length,
      started_at: start,
      last_message_at: end,
      last_visitor_at: end,
      handover_at: past.handover === true ? start : null,
      first_answer_at: answers.length > 0 ? time(past.firstAnswerAt ?? at) : null,
      ended_at: ended ? end : null,
      completed_at: status === 'completed' ? end : null,
      rating: past.rating ?? null,
      rating_comment: null,
      ticket_id: ticketId,
      visitor: {},
      meta: {},
      created_at: start,
      updated_at: end,
    },
    messages: messages.map(({ from, text }, index) => ({
      ...owned,
      seq: index + 1,
      from,
      type: 'text',
      body: { text },
      created_at: time(at + Math.round(index * step)),
    })),
    answers: answers.map(({ key, value }, index) => ({
      ...owned,
      ordinal: index + 1,
      node_id: `ask-${key}`,
      key,
      value,
      question: `What is your ${key}?`,
      answered_at: start,
    })),
    visits: visits.map(({ nodeId, nodeType = 'message-node', seconds: dwell = 1, exit = 'edge' }, index) => ({
      ...owned,
      ordinal: index + 1,
      node_id: nodeId,
      node_type: nodeType,
      visit: 1,
      entered_at: time(at + index * 1000),
      exited_at: dwell === null ? null : time(at + index * 1000 + dwell * 1000),
      exit: dwell === null ? null : exit,
    })),
    tickets:
      ticket === undefined
        ? []
        : [
            {
              workspace_id,
              id: ticketId,
              number: ++numbers,
              chatbot_id,
              conversation_id: id,
              subject: `Subject of ${id}`,
              status: ticket.status ?? 'open',
              priority: 'normal',
              assignee: ticket.assignee ?? null,
              created_at: start,
              updated_at: start,
              closed_at: ticket.status === 'closed' ? end : null,
            },
          ],
  };
}
