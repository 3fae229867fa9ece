import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault } from '@conferbot/plugin';
import { afterEach, describe, expect, it } from 'vitest';
import { PgliteDatabase, type PgliteOptions } from '../../src/database/pglite.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(options: PgliteOptions = {}): Promise<PgliteDatabase> {
  const database = await PgliteDatabase.open(options);
  cleanups.push(() => database.close());
  await database.withEngine(pg =>
    pg.exec(`create role conferbot_app; create table items (it jsonb); grant all on items to conferbot_app`),
  );
  return database;
}

const app = { role: 'app' } as const;
const count = { text: 'select count(*) as n from items', values: [] };
const insert = (value: object | string) => ({ text: 'insert into items values ($1)', values: [value] });
const countOf = async (database: PgliteDatabase) => (await database.run(app, [count]))[0]?.rows[0]?.n;

describe('PGlite', () => {
  it('ends a transaction that is left open, and lets the others go on', async () => {
    const database = await open({ transactionTimeout: 150 });
    const forgotten = database.transaction(app);
    await forgotten.run([insert({ a: 1 })]);
    expect(await countOf(database)).toBe(0);
    const late = await forgotten.commit().catch(error => error);
    expect(isFault(late) && [late.code, late.message]).toEqual(['unavailable', expect.stringContaining('150 ms')]);
    await forgotten.rollback();
    expect(await countOf(database)).toBe(0);
  });

  it('takes waiting calls in their order while a transaction holds the connection', async () => {
    const database = await open();
    const transaction = database.transaction(app);
    await transaction.run([insert({ a: 1 })]);
    const order: string[] = [];
    const waiting = ['first', 'second', 'third'].map(name => database.run(app, [count]).then(() => order.push(name)));
    await transaction.run([insert({ a: 2 })]);
    expect(order).toEqual([]);
    await transaction.commit();
    await Promise.all(waiting);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('refuses deep JSON in every disguise before the engine sees it', async () => {
    const database = await open();
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const disguises = [
      insert(deep),
      insert(` \n${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`),
      insert('['.repeat(20_000)),
      { text: `insert into items values ('${deep}')`, values: [] },
      { text: `insert into items values ('"it''s"'), ('{"a":"''","b":${deep}}')`, values: [] },
      insert('[['.repeat(33).concat(']]'.repeat(33))),
    ];
    for (const statement of disguises) {
      await expect(database.run(app, [statement])).rejects.toMatchObject({ code: 'invalid_argument' });
    }
    await expect(database.run(app, [insert(JSON.stringify('['.repeat(5000)))])).resolves.toBeDefined();
    await expect(database.run(app, [{ text: 'select $1::text', values: ['[ '.repeat(100)] }])).resolves.toBeDefined();
    expect(await countOf(database)).toBe(1);
  });

  it('fails cleanly where PostgreSQL runs out of stack', async () => {
    const database = await open();
    const nested = `1${' + 1'.repeat(4000)}`;
    await expect(database.run(app, [insert({ a: 1 }), { text: `select ${nested}`, values: [] }])).rejects.toMatchObject(
      { code: '54001' },
    );
    expect(await countOf(database)).toBe(0);
    await database.check();
  });

  it('does not lose stack with every error', async () => {
    const database = await open();
    const failing = { text: 'select 1 / 0', values: [] };
    for (let round = 0; round < 500; round++) {
      await expect(database.run(app, [failing])).rejects.toMatchObject({ code: '22012' });
    }
    await database.check();
  });

  it('tells its host when the engine crashes, and fails every later call', async () => {
    const fatal: Error[] = [];
    const database = await open({ onFatal: error => fatal.push(error) });
    await database.run(app, [insert({ a: 1 })]);
    const engine = await database.withEngine(async pg => pg);
    engine.execProtocolRaw = async () => {
      throw new Error('Aborted()');
    };
    const first = await database.run(app, [count]).catch(error => error);
    expect(isFault(first) && first.code).toBe('unavailable');
    expect(fatal.map(error => error.message)).toEqual(['Aborted()']);
    await expect(database.check()).rejects.toThrow(/crashed/);
    await expect(database.transaction(app).run([count])).rejects.toThrow(/crashed/);
    expect(fatal).toHaveLength(1);
  });

  it('takes a missing answer for a crash', async () => {
    const fatal: Error[] = [];
    const database = await open({ onFatal: error => fatal.push(error) });
    const engine = await database.withEngine(async pg => pg);
    engine.execProtocolRaw = async () => new Uint8Array();
    await expect(database.check()).rejects.toThrow(/crashed/);
    expect(fatal).toHaveLength(1);
  });

  it('keeps its data in the folder, and closes after what runs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'conferbot-'));
    cleanups.push(() => rm(folder, { recursive: true }));
    const dataDir = join(folder, 'data');
    const first = await open({ dataDir });
    const running = Promise.all([first.run(app, [insert({ a: 1 })]), first.run(app, [insert({ a: 2 })])]);
    await first.close();
    await running;
    await expect(first.run(app, [count])).rejects.toThrow(/closed/);
    const second = await PgliteDatabase.open({ dataDir });
    cleanups.push(() => second.close());
    expect(await countOf(second)).toBe(2);
  });
});
