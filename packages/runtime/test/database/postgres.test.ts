import { isFault } from '@conferbot/plugin';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresDatabase } from '../../src/database/postgres.ts';
import { openStore } from '../../src/database/store.ts';
import { createDatabase, serverUrl } from './engines.ts';
import { fixtureSchema } from './fixture-schema.ts';

const app = { role: 'app' } as const;
const one = { text: 'select 1 as one', values: [], name: 'one' };
const pid = { text: 'select pg_backend_pid() as pid', values: [] };

describe.runIf(serverUrl !== undefined)('PostgreSQL', () => {
  let url: string;
  let drop: () => Promise<void>;
  let database: PostgresDatabase;
  const terminateAll = async () => {
    const admin = new Client({ connectionString: url });
    await admin.connect();
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'conferbot app'`,
    );
    await admin.end();
    await new Promise(resolve => setTimeout(resolve, 100));
  };

  beforeAll(async () => {
    ({ url, drop } = await createDatabase(serverUrl ?? ''));
    const store = await openStore({ url }, fixtureSchema);
    await store.migrate();
    await store.close();
    database = new PostgresDatabase({
      url,
      poolSize: 3,
      statementTimeout: 400,
      transactionTimeout: 400,
      connectionTimeout: 1000,
    });
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  it('goes on after the server dropped idle connections', async () => {
    await Promise.all(Array.from({ length: 3 }, () => database.run(app, [one])));
    await terminateAll();
    await expect(Promise.all(Array.from({ length: 6 }, () => database.run(app, [one])))).resolves.toHaveLength(6);
  });

  it('answers unavailable for what the server dropped while it ran, and goes on', async () => {
    const running = database.run(app, [{ text: 'select pg_sleep(0.3)', values: [] }]).catch(error => error);
    const transaction = database.transaction(app);
    await transaction.run([one]);
    await terminateAll();
    const failure = await running;
    expect(isFault(failure) && failure.code).toBe('unavailable');
    const late = await transaction.commit([one]).catch(error => error);
    expect(isFault(late) && late.code).toBe('unavailable');
    await transaction.rollback();
    await expect(Promise.all(Array.from({ length: 6 }, () => database.run(app, [one])))).resolves.toHaveLength(6);
  });

  it('gives up on a statement and on an idle transaction in time', async () => {
    const slow = await database.run(app, [{ text: 'select pg_sleep(5)', values: [] }]).catch(error => error);
    expect(isFault(slow) && slow.code).toBe('unavailable');
    const forgotten = database.transaction(app);
    await forgotten.run([one]);
    await new Promise(resolve => setTimeout(resolve, 600));
    await expect(forgotten.commit()).rejects.toMatchObject({ code: 'unavailable' });
    await forgotten.rollback();
    await database.check();
  });

  it('answers unavailable when every connection is taken for too long, or nobody listens', async () => {
    const all = Array.from({ length: 3 }, () => database.transaction({ role: 'app' }));
    const busy = all.map(transaction => transaction.run([{ text: 'select 1', values: [] }]));
    await Promise.all(busy);
    const keepAlive = setInterval(() => all.map(transaction => transaction.run([one])), 200);
    await expect(database.run(app, [one])).rejects.toMatchObject({ code: 'unavailable' });
    clearInterval(keepAlive);
    await Promise.all(all.map(transaction => transaction.rollback()));
    const nowhere = new PostgresDatabase({ url: 'postgres://postgres@127.0.0.1:1/none' });
    await expect(nowhere.check()).rejects.toMatchObject({ code: 'unavailable' });
    await nowhere.close();
  });

  describe('shared readers', () => {
    const session = (workspaceId: string) => ({ role: 'app', workspaceId, readOnly: true }) as const;
    const setting = { text: `select current_setting('app.workspace_id') as id`, values: [], name: 'setting' };
    const workspace = (index: number) => `0197a000-0000-7000-8000-${String(index).padStart(12, '0')}`;

    it('keep many calls apart on few connections, also when some fail', async () => {
      const calls = Array.from({ length: 200 }, async (_, index) => {
        const failing = { text: 'select 1 / $1::int as x', values: [index % 3], name: `divide_${index % 5}` };
        const answer = database.run(session(workspace(index)), [setting, failing, pid]);
        if (index % 3 === 0) {
          await expect(answer).rejects.toMatchObject({ code: '22012' });
          return undefined;
        }
        const [found, , connection] = await answer;
        expect(found?.rows).toEqual([{ id: workspace(index) }]);
        return connection?.rows[0]?.pid;
      });
      const pids = new Set((await Promise.all(calls)).filter(value => value !== undefined));
      expect(pids.size).toBeLessThanOrEqual(4);
    });

    it('repeat a read whose connection the server dropped', async () => {
      await Promise.all(Array.from({ length: 8 }, () => database.run(session(workspace(1)), [one])));
      const slow = { text: 'select pg_sleep(0.2), 1 as one', values: [] };
      const running = Array.from({ length: 8 }, () => database.run(session(workspace(1)), [slow]));
      await terminateAll();
      const answers = await Promise.all(running);
      expect(answers.map(([result]) => result?.rows[0]?.one)).toEqual(Array(8).fill(1));
    });

    it('drop a connection on which a statement left a transaction open', async () => {
      const only = new PostgresDatabase({ url, readerCount: 1 });
      const [before] = await only.run(session(workspace(1)), [pid]);
      await only.run(session(workspace(1)), [{ text: 'begin', values: [] }]);
      const [after] = await only.run(session(workspace(2)), [pid]);
      expect(after?.rows).not.toEqual(before?.rows);
      await only.close();
    });
  });

  it('does not let RESET ROLE out of the role', async () => {
    const name = { text: 'select current_user::text as name', values: [] };
    const results = await database.run(app, [{ text: 'reset role', values: [] }, name]);
    expect(results[1]?.rows).toEqual([{ name: 'conferbot_app' }]);
  });

  it('reuses its connections', async () => {
    const pids = new Set<unknown>();
    for (let round = 0; round < 10; round++) {
      const [result] = await database.run(app, [pid]);
      pids.add(result?.rows[0]?.pid);
      await database.run(app, [{ text: 'select 1 / 0', values: [] }]).catch(() => undefined);
    }
    expect(pids.size).toBe(1);
  });

  it('waits for what runs when it closes', async () => {
    const closing = new PostgresDatabase({ url });
    const running = closing.run(app, [{ text: 'select pg_sleep(0.2), 7 as it', values: [] }]);
    await new Promise(resolve => setTimeout(resolve, 50));
    await closing.close();
    expect((await running)[0]?.rows[0]?.it).toBe(7);
    await expect(closing.run(app, [one])).rejects.toThrow(/closed/);
  });
});
