import pg from 'pg';

/** The tables that a turn writes, with the product's keys and indexes, without its policies. */
const tables = `
create table if not exists bench_conversations (
  workspace_id uuid not null, id uuid not null, chatbot_id uuid not null, visitor_id text not null,
  status text not null, channel text not null, flow_version_id uuid not null, state jsonb not null,
  last_seq int not null default 0, visitor_messages int not null default 0, bot_messages int not null default 0,
  agent_messages int not null default 0, answer_count int not null default 0, visit_count int not null default 0,
  started_at timestamptz(3) not null, last_message_at timestamptz(3) not null, last_visitor_at timestamptz(3) not null,
  first_answer_at timestamptz(3) null, ended_at timestamptz(3) null, completed_at timestamptz(3) null,
  visitor jsonb not null, meta jsonb not null, created_at timestamptz(3) not null, updated_at timestamptz(3) not null,
  primary key (workspace_id, id)
);
create index if not exists bench_conversations_newest on bench_conversations (workspace_id, chatbot_id, created_at, id);
create index if not exists bench_conversations_status
  on bench_conversations (workspace_id, chatbot_id, status, created_at, id);
create index if not exists bench_conversations_responses
  on bench_conversations (workspace_id, chatbot_id, first_answer_at, id);
create index if not exists bench_conversations_visitor on bench_conversations (workspace_id, chatbot_id, visitor_id);
create table if not exists bench_messages (
  workspace_id uuid not null, conversation_id uuid not null, seq int not null, "from" text not null, type text not null,
  node_id text null, body jsonb not null, created_at timestamptz(3) not null, client_message_id text null,
  primary key (workspace_id, conversation_id, seq)
);
create table if not exists bench_answers (
  workspace_id uuid not null, conversation_id uuid not null, ordinal int not null, node_id text not null,
  key text not null, value jsonb not null, question text not null, answered_at timestamptz(3) not null,
  primary key (workspace_id, conversation_id, ordinal)
);
create table if not exists bench_visits (
  workspace_id uuid not null, conversation_id uuid not null, ordinal int not null, node_id text not null,
  node_type text not null, visit int not null, entered_at timestamptz(3) not null, exited_at timestamptz(3) null,
  exit text null, edge_id text null,
  primary key (workspace_id, conversation_id, ordinal)
);
create table if not exists bench_replies (
  workspace_id uuid not null, conversation_id uuid not null, client_message_id text not null, digest text not null,
  after_seq int not null, until_seq int not null, input jsonb not null, status text not null,
  created_at timestamptz(3) not null,
  primary key (workspace_id, conversation_id, client_message_id)
);
`;

/** Makes them where they are not there. */
export async function createPlainChat(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(tables);
  } finally {
    await client.end();
  }
}
