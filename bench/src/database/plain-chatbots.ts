import pg from 'pg';

/** A chatbot as the product answers it. */
export type Chatbot = Readonly<Record<string, unknown>>;

/** The product's table with its keys and indexes, without its policies. Ids are kept as the product answers them. */
const table = `
create table if not exists bench_chatbots (
  workspace_id text not null,
  id text collate "C" not null,
  name text not null,
  description text not null default '',
  disabled boolean not null default false,
  published_version_id text,
  response_count integer not null default 0,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (workspace_id, id)
);
create index if not exists bench_chatbots_list on bench_chatbots (workspace_id, created_at, id);
`;

/** Fills the table with what the product answered, so that both sides read the same rows. */
export async function fillPlainChatbots(url: string, workspaceId: string, chatbots: readonly Chatbot[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(table);
    for (const chatbot of chatbots) {
      await client.query(
        `insert into bench_chatbots (workspace_id, id, name, description, disabled, published_version_id, response_count,
  created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          workspaceId,
          chatbot.id,
          chatbot.name,
          chatbot.description,
          chatbot.status === 'disabled',
          chatbot.publishedVersionId,
          chatbot.responseCount,
          chatbot.createdAt,
          chatbot.updatedAt,
        ],
      );
    }
    await client.query('analyze bench_chatbots');
  } finally {
    await client.end();
  }
}
