// Raw pg on node:http: a turn of a conversation as the rows that it reads and writes, one prepared statement after the
// other in one transaction. No flow runs, no row-level security, no token, nothing is checked.
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { sendJson } from './answer.ts';
import { listen } from './listen.ts';
import { readBody } from './read-body.ts';

const workspaceId = randomUUID();
const chatbotId = randomUUID();
const versionId = randomUUID();
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE) });

const input = { nodeId: 'wish', kind: 'text', prompt: 'What else?' };

interface Row {
  readonly state: { readonly turn: number };
  readonly last_seq: number;
  readonly visitor_messages: number;
  readonly bot_messages: number;
  readonly answer_count: number;
  readonly visit_count: number;
}

interface Message {
  readonly clientMessageId: string;
  readonly text: string;
}

function stateOf(turn: number, text: string): object {
  return {
    schemaVersion: 1,
    status: 'active',
    turn,
    variables: { wish: text },
    visits: { welcome: 1, wish: turn + 1, noted: turn },
    wait: { for: 'reply', nodeId: 'wish', request: input },
  };
}

async function openSession(): Promise<object> {
  const id = randomUUID();
  const now = new Date();
  await pool.query({
    name: 'open',
    text: `insert into bench_conversations (workspace_id, id, chatbot_id, visitor_id, status, channel, flow_version_id,
  state, started_at, last_message_at, last_visitor_at, visitor, meta, created_at, updated_at)
values ($1, $2, $3, $4, 'active', 'web', $5, $6, $7, $7, $7, '{}', '{}', $7, $7)`,
    values: [workspaceId, id, chatbotId, `vis_${id}`, versionId, stateOf(0, ''), now],
  });
  return { sessionId: id, token: id };
}

async function takeTurn(client: pg.PoolClient, id: string, { clientMessageId, text }: Message): Promise<object> {
  const now = new Date();
  const { rows } = await client.query<Row>({
    name: 'lock',
    text: `select id, chatbot_id, visitor_id, status, channel, flow_version_id, state, last_seq, visitor_messages,
  bot_messages, agent_messages, answer_count, visit_count, started_at, last_message_at, last_visitor_at,
  first_answer_at, ended_at, completed_at
from bench_conversations where workspace_id = $1 and id = $2 for update`,
    values: [workspaceId, id],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('no such conversation');
  await client.query({
    name: 'known',
    text: `select digest from bench_replies
where workspace_id = $1 and conversation_id = $2 and client_message_id = $3`,
    values: [workspaceId, id, clientMessageId],
  });
  const at = now.toISOString();
  const said = [
    { seq: row.last_seq + 1, from: 'visitor', node_id: null, text, client_message_id: clientMessageId },
    { seq: row.last_seq + 2, from: 'bot', node_id: 'noted', text: `Noted: ${text}` },
    { seq: row.last_seq + 3, from: 'bot', node_id: 'wish', text: input.prompt },
  ].map(({ text, ...message }) => ({ ...message, type: 'text', body: { text }, created_at: at }));
  await client.query({
    name: 'messages',
    text: `insert into bench_messages (workspace_id, conversation_id, seq, "from", type, node_id, body, created_at,
  client_message_id)
select $1, $2, seq, "from", type, node_id, body, created_at, client_message_id from jsonb_to_recordset($3::jsonb)
  as row(seq int, "from" text, type text, node_id text, body jsonb, created_at timestamptz, client_message_id text)`,
    values: [workspaceId, id, JSON.stringify(said)],
  });
  await client.query({
    name: 'answer',
    text: `insert into bench_answers (workspace_id, conversation_id, ordinal, node_id, key, value, question, answered_at)
values ($1, $2, $3, 'wish', 'wish', $4, $5, $6)`,
    values: [workspaceId, id, row.answer_count + 1, JSON.stringify(text), input.prompt, now],
  });
  await client.query({
    name: 'left',
    text: `update bench_visits set exited_at = $4, edge_id = 'wish-noted'
where workspace_id = $1 and conversation_id = $2 and node_id = 'wish' and visit = $3`,
    values: [workspaceId, id, row.state.turn, now],
  });
  const turn = row.state.turn + 1;
  const visits = [
    { ordinal: row.visit_count + 1, node_id: 'noted', node_type: 'message-node', exited_at: at, edge_id: 'noted-wish' },
    { ordinal: row.visit_count + 2, node_id: 'wish', node_type: 'ask-custom-question-node' },
  ].map(visit => ({ ...visit, visit: turn, entered_at: at }));
  await client.query({
    name: 'visits',
    text: `insert into bench_visits (workspace_id, conversation_id, ordinal, node_id, node_type, visit, entered_at,
  exited_at, exit, edge_id)
select $1, $2, ordinal, node_id, node_type, visit, entered_at, exited_at, exit, edge_id
from jsonb_to_recordset($3::jsonb) as row(ordinal int, node_id text, node_type text, visit int, entered_at timestamptz,
  exited_at timestamptz, exit text, edge_id text)`,
    values: [workspaceId, id, JSON.stringify(visits)],
  });
  const lastSeq = row.last_seq + said.length;
  await client.query({
    name: 'row',
    text: `update bench_conversations set state = $3, last_seq = $4, visitor_messages = $5, bot_messages = $6,
  answer_count = $7, visit_count = $8, last_message_at = $9, last_visitor_at = $9,
  first_answer_at = coalesce(first_answer_at, $9), updated_at = $9
where workspace_id = $1 and id = $2`,
    values: [
      workspaceId,
      id,
      stateOf(turn, text),
      lastSeq,
      row.visitor_messages + 1,
      row.bot_messages + 2,
      row.answer_count + 1,
      row.visit_count + visits.length,
      now,
    ],
  });
  await client.query({
    name: 'reply',
    text: `insert into bench_replies (workspace_id, conversation_id, client_message_id, digest, after_seq, until_seq,
  input, status, created_at)
values ($1, $2, $3, $4, $5, $6, $7, 'active', $8)`,
    values: [
      workspaceId,
      id,
      clientMessageId,
      createHash('sha256').update(text).digest('base64url'),
      row.last_seq,
      lastSeq,
      { request: input },
      now,
    ],
  });
  const messages = said.map(({ body, seq, from, type, node_id, created_at }) => {
    const named = node_id === null ? { clientMessageId } : { nodeId: node_id };
    return { ...body, seq, from, type, createdAt: created_at, ...named };
  });
  return { messages, input, status: 'active', lastSeq };
}

async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const server = createServer(async (request, response) => {
  const body = JSON.parse(await readBody(request));
  const [, id] = /\/sessions\/([\w-]+)\/messages$/.exec(request.url ?? '') ?? [];
  if (id !== undefined) return sendJson(response, JSON.stringify(await inTransaction(c => takeTurn(c, id, body))));
  response.statusCode = 201;
  response.end(JSON.stringify(await openSession()));
});

listen(server);
