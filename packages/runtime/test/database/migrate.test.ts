import { randomUUID } from 'node:crypto';
import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import type { StoreSchema } from '../../src/database/migrate.ts';
import { openStore, type Store } from '../../src/database/store.ts';
import { createDatabase, engines, serverUrl } from './engines.ts';
import { addEntryLabel, fixtureSchema } from './fixture-schema.ts';

const noRights = { app: {}, worker: {}, control: {} };

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function migration(name: string, ...statements: string[]): MigrationObject {
  return {
    name,
    class: class extends Migration {
      override up(): void {
        for (const statement of statements) this.addSql(statement);
      }
    },
  };
}

const withMigrations = (...extra: MigrationObject[]): StoreSchema => ({
  ...fixtureSchema,
  migrations: [...fixtureSchema.migrations, ...extra],
});

describe.each(engines)('migrate on $name', engine => {
  const open = async (schema?: StoreSchema): Promise<Store> => {
    const place = await engine.prepare();
    cleanups.push(() => place.remove());
    const store = await place.open(schema);
    cleanups.push(() => store.close());
    return store;
  };

  it('applies what is pending, once', async () => {
    const store = await open();
    const names = fixtureSchema.migrations.map(({ name }) => name);
    expect(await store.pendingMigrations()).toEqual(names);
    expect(await store.migrate()).toEqual({ applied: names });
    expect(await store.pendingMigrations()).toEqual([]);
    expect(await store.migrate()).toEqual({ applied: [] });
  });

  it('applies all migrations or none', async () => {
    const store = await open(
      withMigrations(migration('20260104000000_bad', 'create table half (id int)', 'select 1 / 0')),
    );
    await expect(store.migrate()).rejects.toThrow(/division by zero/);
    expect(await store.pendingMigrations()).toHaveLength(3);
  });

  it.each([
    ['without row-level security', 'create table leak (workspace_id uuid)', /table leak has no row-level security/],
    [
      'that does not force it',
      'create table leak (workspace_id uuid); alter table leak enable row level security',
      /table leak does not force/,
    ],
    ['of an entity, not forced', 'alter table notes no force row level security', /table notes does not force/],
  ])('fails for a table %s', async (_, statements, problem) => {
    const store = await open(withMigrations(migration('20260104000000_leak', ...statements.split('; '))));
    await expect(store.migrate()).rejects.toMatchObject({
      code: 'isolation_violated',
      message: expect.stringMatching(problem),
    });
  });

  it('fails when the table of an entity is missing', async () => {
    const store = await open({ ...fixtureSchema, migrations: [], rights: noRights });
    await expect(store.migrate()).rejects.toMatchObject({
      code: 'isolation_violated',
      message: expect.stringMatching(/notes does not exist/),
    });
  });

  it('fails when a serving role owns a table', async () => {
    const store = await open(
      withMigrations(
        migration('20260104000000_owner', 'create table owned (id int)', 'alter table owned owner to conferbot_worker'),
      ),
    );
    await expect(store.migrate()).rejects.toMatchObject({
      code: 'isolation_violated',
      message: expect.stringMatching(/conferbot_worker owns the table owned/),
    });
  });

  it('fails when rights name a table that does not exist', async () => {
    const store = await open({ ...fixtureSchema, rights: { ...noRights, worker: { outboks: ['select'] } } });
    await expect(store.migrate()).rejects.toMatchObject({ code: 'unknown_table' });
  });

  it('takes away rights that the composition no longer names', async () => {
    const store = await open(
      withMigrations(migration('20260104000000_grant', 'grant select on keys to conferbot_worker')),
    );
    await store.migrate();
    const attempt = store.run({ role: 'worker' }, [{ text: 'select * from keys', values: [] }]);
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });
});

describe('migrate in a schema of its own', () => {
  it.each(engines)('keeps out of public on $name', async engine => {
    const place = await engine.prepare();
    cleanups.push(() => place.remove());
    const store = await openStore({ ...place.options, schemaName: 'bots' }, fixtureSchema);
    cleanups.push(() => store.close());
    await store.migrate();
    expect(await store.migrate()).toEqual({ applied: [] });
    const [tables] = await store.run({ role: 'app' }, [
      {
        text: `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname in ('public', 'bots') order by 1`,
        values: [],
      },
    ]);
    expect(tables?.rows.map(row => row.name)).toEqual([
      'bots.conferbot_migrations',
      'bots.entries',
      'bots.keys',
      'bots.notes',
      'bots.outbox',
    ]);
    const workspaceId = randomUUID();
    const [found] = await store.run({ role: 'app', workspaceId }, [{ text: 'select * from notes', values: [] }]);
    expect(found?.rows).toEqual([]);
  });
});

describe.runIf(serverUrl !== undefined)('migrate on a shared PostgreSQL', () => {
  const server = serverUrl ?? '';
  const admin = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const newDatabase = async () => {
    const database = await createDatabase(server);
    cleanups.push(() => database.drop());
    return database.url;
  };

  it('lets several processes start at once; one of them applies', async () => {
    const url = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ url }, fixtureSchema)));
    const applied = await Promise.all(stores.map(async store => (await store.migrate()).applied.length));
    await Promise.all(stores.map(store => store.close()));
    expect(applied.toSorted()).toEqual([0, 0, 0, 2]);
  });

  it('fails when a serving role bypasses row-level security, itself or as a member', async () => {
    const url = await newDatabase();
    const store = await openStore({ url }, fixtureSchema);
    cleanups.push(() => store.close());
    await store.migrate();
    const role = `conferbot_test_${randomUUID().slice(0, 8)}`;
    // Roles are the server's: other suites may migrate meanwhile, so what is wrong must never be committed.
    await admin(url, async client => {
      const { verifyIsolation } = await import('../../src/database/verify-isolation.ts');
      const owner = { query: async (text: string) => (await client.query(text)).rows };
      await client.query(`begin; alter role conferbot_app bypassrls`);
      await expect(verifyIsolation(owner, 'public', [])).rejects.toThrow(/role conferbot_app bypasses/);
      await client.query(`rollback; begin; create role ${role} bypassrls; grant ${role} to conferbot_control`);
      await expect(verifyIsolation(owner, 'public', [])).rejects.toThrow(/conferbot_control is a member of .*bypasses/);
      await client.query(`rollback; begin; create role ${role} superuser; grant ${role} to conferbot_worker`);
      await expect(verifyIsolation(owner, 'public', [])).rejects.toThrow(/conferbot_worker is a member of .*superuser/);
      await client.query('rollback');
      await expect(verifyIsolation(owner, 'public', [])).resolves.toBeUndefined();
    });
  });

  it('tells an administrator what to run when the user may not set up the roles', async () => {
    const url = await newDatabase();
    const user = `conferbot_test_${randomUUID().slice(0, 8).replaceAll('-', '')}`;
    await admin(url, client => client.query(`create role ${user} login; grant all on schema public to ${user}`));
    cleanups.push(() => admin(url, client => client.query(`drop owned by ${user}; drop role ${user}`)));
    const asUser = new URL(url);
    asUser.username = user;
    const store = await openStore({ url: asUser.href }, fixtureSchema);
    cleanups.push(() => store.close());
    const failure = await store.migrate().catch(error => error);
    expect(failure).toMatchObject({ code: 'roles_missing' });
    for (const statement of failure.message.split('\n').slice(1)) await admin(url, client => client.query(statement));
    await store.migrate();
    const workspaceId = randomUUID();
    const [who] = await store.run({ role: 'app', workspaceId }, [
      { text: 'select current_user::text as name from notes right join (select 1) as one on true', values: [] },
    ]);
    expect(who?.rows).toEqual([{ name: 'conferbot_app' }]);
  });

  it('applies what a newer version adds to a store in use', async () => {
    const url = await newDatabase();
    const old = await openStore({ url }, fixtureSchema);
    cleanups.push(() => old.close());
    await old.migrate();
    const newer = await openStore({ url }, withMigrations(addEntryLabel));
    cleanups.push(() => newer.close());
    expect(await newer.pendingMigrations()).toEqual([addEntryLabel.name]);
    await newer.migrate();
    expect(await old.migrate()).toEqual({ applied: [] });
  });
});
