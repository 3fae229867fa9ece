import { randomUUID } from 'node:crypto';
import { definePlugin, defineTool, type Logger, type Plugin, workspaceOwned } from '@conferbot/plugin';
import { type Composition, compose, openStore, type Store } from '@conferbot/runtime';
import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import pg from 'pg';
import { z } from 'zod';
import { type Accounts, createAccounts, isRefusal, type KeyCaller, type Refusal } from '../src/index.ts';

export const pepper = new Uint8Array(32).fill(7);

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'notes',
  ...workspaceOwned,
  properties: { workspaceId: p.uuid().primary(), id: p.uuid().primary(), text: p.text() },
});
class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);

const NoteLineSchema = defineEntity({
  name: 'NoteLine',
  tableName: 'note_lines',
  ...workspaceOwned,
  properties: { workspaceId: p.uuid().primary(), id: p.uuid().primary(), noteId: p.uuid() },
});
class NoteLine extends NoteLineSchema.class {}
NoteLineSchema.setClass(NoteLine);

class NotesInitial extends Migration {
  override name = '20261122092000_notes_initial';
  override up(): void {
    this.addSql('create table notes (workspace_id uuid, id uuid, text text not null, primary key (workspace_id, id))');
    this.addSql(`create table note_lines (workspace_id uuid, id uuid, note_id uuid not null, primary key (workspace_id, id),
      foreign key (workspace_id, note_id) references notes (workspace_id, id))`);
    for (const table of ['notes', 'note_lines']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(
        `create policy workspace_isolation on ${table} to conferbot_app, conferbot_control using (workspace_id = current_setting('app.workspace_id')::uuid)`,
      );
    }
  }
}

/** A neighbour with two tables, one of which refers to the other. */
export const notes: Plugin = definePlugin({
  id: 'notes',
  version: '1.0.0',
  tools: [
    defineTool({
      name: 'list_notes',
      title: 'List notes',
      description: 'Lists notes.',
      safety: { readOnly: true },
      input: z.object({}),
      output: z.object({}),
    }).run(async () => ({})),
  ],
  storage: {
    entities: [Note, NoteLine],
    migrations: [{ name: '20261122092000_notes_initial', class: NotesInitial }],
  },
});

export function composed(accounts: Accounts): Composition {
  return compose([notes, accounts.plugin]);
}

/** The engines to test on: PGlite, and PostgreSQL where there is one. */
export const engines: readonly ('pglite' | 'postgres')[] =
  process.env.TEST_DATABASE_URL === undefined ? ['pglite'] : ['pglite', 'postgres'];

export interface TestStore {
  /** Opens the store, again or for another process, with the schema of a composition. */
  readonly open: (composition: Composition) => Promise<Store>;
  readonly drop: () => Promise<void>;
}

/** A new, empty store. On PGlite `dataDir` keeps it beyond its closing. */
export async function testStore(engine: 'pglite' | 'postgres', dataDir?: string): Promise<TestStore> {
  if (engine === 'pglite') {
    return {
      open: ({ schema }) => openStore(dataDir === undefined ? {} : { dataDir }, schema),
      drop: async () => undefined,
    };
  }
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `accounts_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    open: ({ schema }) => openStore({ url: url.href }, schema),
    drop: () => asAdmin(server, `drop database ${name} with (force)`),
  };
}

async function asAdmin(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

export interface Open {
  readonly accounts: Accounts;
  readonly store: Store;
  readonly composition: Composition;
  readonly close: () => Promise<void>;
}

/** Accounts at work on a migrated store. */
export async function openAccounts(
  testing: TestStore,
  options: { readonly clock?: () => number; readonly wrap?: (store: Store) => Store } = {},
): Promise<Open> {
  const accounts = createAccounts({
    pepper,
    logger: silent,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  const composition = composed(accounts);
  const store = await testing.open(composition);
  await store.migrate();
  await accounts.open(options.wrap?.(store) ?? store, composition);
  return {
    accounts,
    store,
    composition,
    async close() {
      await accounts.close();
      await store.close();
    },
  };
}

/** The caller behind a key. @throws when it is refused. */
export async function callerOf(accounts: Accounts, key: string): Promise<KeyCaller> {
  const answer = await accounts.authenticate({ apiKey: key });
  if (isRefusal(answer)) throw new Error(`refused: ${answer.message}`);
  return answer;
}

/** Why a key is refused. @throws when it is not. */
export async function refusalOf(accounts: Accounts, key: string): Promise<Refusal> {
  const answer = await accounts.authenticate({ apiKey: key });
  if (!isRefusal(answer)) throw new Error('not refused');
  return answer;
}

/** A workspace with one key. */
export async function workspaceWithKey(
  accounts: Accounts,
  plan: 'free' | 'starter' | 'pro' | 'business' | 'enterprise' = 'starter',
  key: { readonly rateLimitPerMinute?: number } = { rateLimitPerMinute: 1_000_000_000 },
) {
  const workspace = await accounts.workspaces.create({ name: 'Acme', plan });
  const created = await accounts.keys.create(workspace.id, { name: 'test', ...key });
  return { workspaceId: workspace.id, keyId: created.id, key: created.key };
}
