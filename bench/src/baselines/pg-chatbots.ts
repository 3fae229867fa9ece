// Raw pg on node:http: one prepared statement for a read, one transaction for a write, no row-level security, nothing
// checked. The workspace is that of the environment.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { type CallRequest, sendToolResult, sendUnknown } from './answer.ts';
import { type ChatbotRow, chatbotColumns, chatbotOf } from './chatbot-row.ts';
import { listen } from './listen.ts';
import { readBody } from './read-body.ts';

const workspaceId = process.env.WORKSPACE_ID ?? '';
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL_SIZE) });

async function getChatbot(id: unknown): Promise<object> {
  const { rows } = await pool.query<ChatbotRow>({
    name: 'get_chatbot',
    text: `select ${chatbotColumns} from bench_chatbots where workspace_id = $1 and id = $2`,
    values: [workspaceId, id],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('no such chatbot');
  return chatbotOf(row);
}

async function listChatbots(limit: number): Promise<object> {
  const { rows } = await pool.query<ChatbotRow & { total: number }>({
    name: 'list_chatbots',
    text: `select ${chatbotColumns},
  (select count(*)::int from bench_chatbots where workspace_id = $1) as total
from bench_chatbots where workspace_id = $1 order by created_at desc, id desc limit $2`,
    values: [workspaceId, limit + 1],
  });
  const total = rows[0]?.total ?? 0;
  const pagination = {
    page: 1,
    limit,
    total,
    totalPages: Math.ceil(total / limit),
    hasNextPage: rows.length > limit,
    nextCursor: null,
  };
  return { data: rows.slice(0, limit).map(chatbotOf), pagination };
}

async function createChatbot(name: string, description: string): Promise<object> {
  const now = new Date();
  const row: ChatbotRow = {
    id: `bot_${randomUUID()}`,
    name,
    description,
    disabled: false,
    published_version_id: null,
    response_count: 0,
    created_at: now,
    updated_at: now,
  };
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'create_chatbot',
      text: `insert into bench_chatbots (workspace_id, id, name, description, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6)`,
      values: [workspaceId, row.id, name, description, now, now],
    });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  return chatbotOf(row);
}

const server = createServer(async (request, response) => {
  const call: CallRequest = JSON.parse(await readBody(request));
  const { name, arguments: args } = call.params;
  switch (name) {
    case 'get_chatbot':
      return sendToolResult(response, call, await getChatbot(args.chatbotId));
    case 'list_chatbots':
      return sendToolResult(response, call, await listChatbots(Number(args.limit)));
    case 'create_chatbot':
      return sendToolResult(response, call, await createChatbot(String(args.name), String(args.description)));
    default:
      return sendUnknown(response, call.id, name);
  }
});

listen(server);
