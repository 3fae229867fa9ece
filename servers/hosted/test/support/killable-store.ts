import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { createDatabase, type TestStore } from './postgres.ts';

/** A store of a server that gets killed. */
export interface KillableStore extends TestStore {
  /**
   * Five minutes pass for what a process held that is dead: its work may be taken over, as it would be by then. To be
   * called while no server runs.
   *
   * @param dataDir folder of the server
   */
  outlastLeases(dataDir: string): Promise<void>;
}

const later = "- interval '5 minutes'";
const leases = [
  { table: 'job_schedules', change: `locked_until = locked_until ${later}` },
  { table: 'conversation_effects', change: `due_at = due_at ${later} where status = 'pending'` },
  { table: 'conversation_alarms', change: `due_at = due_at ${later} where kind = 'effects'` },
  { table: 'webhook_deliveries', change: `due_at = due_at ${later} where due_at is not null` },
  { table: 'webhook_alarms', change: `due_at = due_at ${later} where kind = 'deliver'` },
];

/** The rows of all workspaces are meant, which the owner of the tables does not see either. */
const outlast = leases
  .map(({ table, change }) => {
    return `alter table ${table} no force row level security; update ${table} set ${change}; alter table ${table} force row level security;`;
  })
  .join('\n');

/** PGlite, and PostgreSQL where `TEST_DATABASE_URL` names one. */
export const killableStores: readonly (readonly [string, () => Promise<KillableStore>])[] = [
  ['PGlite', async () => embedded],
  ...(process.env.TEST_DATABASE_URL === undefined
    ? []
    : [['PostgreSQL', () => onPostgres(process.env.TEST_DATABASE_URL ?? '')] as const]),
];

const embedded: KillableStore = {
  name: 'embedded',
  env: {},
  async outlastLeases(dataDir) {
    const database = await PGlite.create(join(dataDir, 'store'));
    await database.exec(outlast);
    await database.close();
  },
  [Symbol.asyncDispose]: async () => undefined,
};

async function onPostgres(url: string): Promise<KillableStore> {
  const store = await createDatabase(url);
  return {
    name: store.name,
    env: store.env,
    async outlastLeases() {
      const client = new pg.Client(store.env.DATABASE_URL);
      await client.connect();
      try {
        // What was sent before the kill is still carried out.
        while (await hasCompany(client)) await sleep(10);
        await client.query(outlast);
      } finally {
        await client.end();
      }
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

async function hasCompany(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  return rowCount !== 0;
}
