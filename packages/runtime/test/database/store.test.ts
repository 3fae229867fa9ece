import { isFault } from '@conferbot/plugin';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session, Statement } from '../../src/database/database.ts';
import type { Store } from '../../src/database/store.ts';
import { engines, type Place } from './engines.ts';
import { addEntryLabel, fixtureSchema, Note } from './fixture-schema.ts';

const mine = '0197a000-0000-7000-8000-00000000000a';
const yours = '0197a000-0000-7000-8000-00000000000b';
const app = (workspaceId: string, readOnly = false): Session => ({ role: 'app', workspaceId, readOnly });
const sql = (text: string, values: Statement['values'] = [], name?: string): Statement =>
  name === undefined ? { text, values } : { text, values, name };

let next = 0;
const id = () => `0197a000-0000-7000-9000-${String(++next).padStart(12, '0')}`;
const insert = (title: string, workspaceId = mine, noteId = id()) =>
  sql('insert into notes (id, workspace_id, title) values ($1, $2, $3)', [noteId, workspaceId, title], 'insert_note');
const titles = sql('select title from notes order by title', [], 'titles');

describe.each(engines)('a store on $name', engine => {
  let place: Place;
  let store: Store;
  const read = async (workspaceId = mine) => {
    const [result] = await store.run(app(workspaceId, true), [titles]);
    return result?.rows.map(row => row.title);
  };

  beforeAll(async () => {
    place = await engine.prepare();
    store = await place.open();
    await store.migrate();
  });
  afterAll(async () => {
    await store?.close();
    await place?.remove();
  });
  beforeEach(async () => {
    for (const workspace of [mine, yours])
      await store.run(app(workspace), [sql('delete from notes'), sql('delete from entries')]);
  });

  describe('run', () => {
    it('answers each statement with its rows and count', async () => {
      const [first, second] = await store.run(app(mine), [insert('a'), sql('select title from notes')]);
      expect(first).toEqual({ rows: [], count: 1 });
      expect(second).toEqual({ rows: [{ title: 'a' }], count: 1 });
    });

    it('undoes earlier statements when a later one fails', async () => {
      await expect(store.run(app(mine), [insert('a'), sql('select 1 / 0'), insert('b')])).rejects.toMatchObject({
        code: '22012',
      });
      expect(await read()).toEqual([]);
    });

    it('does not send a batch with a value that cannot travel', async () => {
      await expect(store.run(app(mine), [insert('a'), insert('nul \0')])).rejects.toMatchObject({
        code: 'invalid_argument',
      });
      await expect(store.run(app(mine), [sql(`select 'nul \0'`)])).rejects.toMatchObject({ code: 'invalid_argument' });
      expect(await read()).toEqual([]);
    });

    it('serves many calls at once, each in its workspace', async () => {
      await store.run(app(mine), [insert('mine')]);
      await store.run(app(yours), [insert('yours', yours)]);
      const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => read(index % 2 === 0 ? mine : yours)));
      answers.forEach((answer, index) => {
        expect(answer).toEqual([index % 2 === 0 ? 'mine' : 'yours']);
      });
    });

    it('carries a text of two megabytes there and back', async () => {
      const text = 'ü€😀'.repeat(220_000);
      const [result] = await store.run(app(mine), [sql('select $1::text as text', [text])]);
      expect(result?.rows[0]?.text === text).toBe(true);
    });

    it('leaves no transaction open behind a statement that begins one', async () => {
      await store.run(app(mine), [sql('begin'), insert('stray')]);
      await store.run(app(mine), [sql('begin'), sql('select 1 / 0')]).catch(() => undefined);
      for (let round = 0; round < 4; round++) expect(await read()).toEqual([]);
    });
  });

  describe('isolation', () => {
    it('forgets the workspace with the end of each call', async () => {
      await store.run(app(mine), [insert('a')]);
      for (let round = 0; round < 6; round++) {
        const [setting] = await store.run({ role: 'app' }, [
          sql(`select current_setting('app.workspace_id', true) as id`),
        ]);
        expect(setting?.rows[0]?.id ?? '').toBe('');
        const [access] = await store.run({ role: 'app' }, [
          sql(`select current_setting('transaction_read_only') as it`),
        ]);
        expect(access?.rows[0]?.it).toBe('off');
      }
    });

    it('fails without a workspace instead of answering nothing', async () => {
      await store.run(app(mine), [insert('a')]);
      await expect(store.run({ role: 'app' }, [titles])).rejects.toThrow(
        /app\.workspace_id|invalid input syntax for type uuid/,
      );
    });

    it('does not show, change or delete rows of another workspace', async () => {
      await store.run(app(mine), [insert('a')]);
      const [seen, changed, deleted] = await store.run(app(yours), [
        titles,
        sql(`update notes set title = 'x'`),
        sql('delete from notes'),
      ]);
      expect([seen?.rows, changed?.count, deleted?.count]).toEqual([[], 0, 0]);
      expect(await read()).toEqual(['a']);
    });

    it('refuses an insert into another workspace', async () => {
      await expect(store.run(app(mine), [insert('a', yours)])).rejects.toMatchObject({ code: '42501' });
    });

    it('runs as the role of the session', async () => {
      for (const role of ['app', 'worker', 'control'] as const) {
        const [result] = await store.run({ role }, [sql('select current_user::text as name')]);
        expect(result?.rows[0]?.name).toBe(`conferbot_${role}`);
      }
    });

    it('gives each role its rights and no others', async () => {
      await expect(store.run({ role: 'worker' }, [sql('select * from outbox')])).resolves.toBeDefined();
      await expect(
        store.run({ role: 'control' }, [sql(`insert into keys (hash) values ('h')`)]),
      ).resolves.toBeDefined();
      const refused: [Session['role'], string][] = [
        ['worker', `insert into outbox (payload) values ('1')`],
        ['worker', 'select * from keys'],
        ['worker', 'select * from notes'],
        ['control', 'delete from keys'],
        ['app', 'select * from keys'],
        ['app', 'select * from outbox'],
        ['app', 'create table public.mine ()'],
        ...(['app', 'worker', 'control'] as const).map((role): [Session['role'], string] => [
          role,
          'select * from conferbot_migrations',
        ]),
      ];
      for (const [role, text] of refused) {
        await expect(store.run({ role, workspaceId: mine }, [sql(text)]), `${role}: ${text}`).rejects.toMatchObject({
          code: '42501',
        });
      }
    });
  });

  describe('read-only sessions', () => {
    it('refuse writes, alone and in a transaction', async () => {
      await expect(store.run(app(mine, true), [insert('a')])).rejects.toMatchObject({ code: '25006' });
      const transaction = store.transaction(app(mine, true));
      await expect(transaction.run([insert('a')])).rejects.toMatchObject({ code: '25006' });
      await transaction.rollback();
      expect(await read()).toEqual([]);
    });

    it('cannot be turned writable by a statement', async () => {
      const attempt = store.run(app(mine, true), [
        sql(`select set_config('transaction_read_only', 'off', true)`),
        insert('a'),
      ]);
      await expect(attempt).rejects.toMatchObject({ code: '25001' });
    });
  });

  describe('transaction', () => {
    it('keeps what was committed and shows it to nobody before', async () => {
      const transaction = store.transaction(app(mine));
      await transaction.run([insert('a')]);
      if (engine.name === 'postgres') expect(await read()).toEqual([]);
      await transaction.run([insert('b')]);
      await transaction.commit([insert('c')]);
      expect(await read()).toEqual(['a', 'b', 'c']);
    });

    it('rolls everything back', async () => {
      const transaction = store.transaction(app(mine));
      await transaction.run([insert('a')]);
      await transaction.rollback();
      expect(await read()).toEqual([]);
    });

    it('commits nothing when the last statements fail', async () => {
      const transaction = store.transaction(app(mine));
      await transaction.run([insert('a')]);
      await expect(transaction.commit([sql('select 1 / 0')])).rejects.toMatchObject({ code: '22012' });
      await transaction.rollback();
      expect(await read()).toEqual([]);
    });

    it('takes nothing but a rollback after a failure', async () => {
      const transaction = store.transaction(app(mine));
      await transaction.run([insert('a')]);
      await expect(transaction.run([insert('a')])).rejects.toMatchObject({ code: '23505' });
      await expect(transaction.run([titles])).rejects.toThrow(/failed/);
      await expect(transaction.commit()).rejects.toThrow(/failed/);
      await transaction.rollback();
      await expect(transaction.run([titles])).rejects.toThrow(/ended/);
      expect(await read()).toEqual([]);
    });

    it('that ran nothing commits its last statements, all or nothing', async () => {
      await store.transaction(app(mine)).commit();
      await store.transaction(app(mine)).commit([insert('a')]);
      await expect(store.transaction(app(mine)).commit([insert('b'), sql('select 1 / 0')])).rejects.toMatchObject({
        code: '22012',
      });
      expect(await read()).toEqual(['a']);
    });

    it('runs statements that come at once one after the other, on one connection', async () => {
      const transaction = store.transaction(app(mine));
      const pids = await Promise.all(
        Array.from({ length: 5 }, () =>
          transaction.run([sql('select pg_backend_pid() as pid, txid_current() as txid')]),
        ),
      );
      expect(new Set(pids.map(([result]) => JSON.stringify(result?.rows))).size).toBe(1);
      await transaction.commit();
    });

    it('gives its connection back, however it ends', async () => {
      for (let round = 0; round < 12; round++) {
        const transaction = store.transaction(app(mine));
        await transaction.run([titles]);
        if (round % 3 === 0) await transaction.commit();
        else if (round % 3 === 1) await transaction.rollback();
        else {
          await transaction.run([sql('select 1 / 0')]).catch(() => undefined);
          await transaction.rollback();
          await transaction.rollback();
        }
      }
      expect(await read()).toEqual([]);
    });
  });

  describe('prepared statements', () => {
    it('survive errors of their own and of their neighbours', async () => {
      for (let round = 0; round < 8; round++) {
        const neighbour = sql('select $1::text as it', ['x'], `neighbour_${round}`);
        await expect(
          store.run(app(mine), [sql('select 1 / $1::int as x', [0], 'divide'), neighbour]),
        ).rejects.toMatchObject({ code: '22012' });
        const [divided, text] = await store.run(app(mine), [sql('select 1 / $1::int as x', [1], 'divide'), neighbour]);
        expect([divided?.rows, text?.rows]).toEqual([[{ x: 1 }], [{ it: 'x' }]]);
      }
    });

    it('survive a text that did not parse', async () => {
      for (let round = 0; round < 4; round++) {
        await expect(store.run(app(mine), [sql('select missing from notes', [], 'broken')])).rejects.toMatchObject({
          code: '42703',
        });
      }
    });

    it('may occur twice in one batch', async () => {
      const twice = (value: number) => sql('select $1::int as it', [value], 'twice');
      for (let round = 0; round < 3; round++) {
        const results = await store.run(app(mine), [twice(1), twice(2)]);
        expect(results.map(result => result.rows)).toEqual([[{ it: 1 }], [{ it: 2 }]]);
      }
    });

    it.runIf(engine.name === 'postgres')('are prepared again when another process changed their columns', async () => {
      const all = sql('select * from entries', [], 'all_entries');
      const each = async () => {
        // Each of the three connections may fail once.
        for (let round = 0; round < 3; round++) await store.run(app(mine), [all]).catch(() => undefined);
        return store.run(app(mine), [all]);
      };
      await store.run(app(mine), [sql('insert into entries values ($1, 1)', [mine])]);
      await each();
      const newer = await place.open({ ...fixtureSchema, migrations: [...fixtureSchema.migrations, addEntryLabel] });
      await newer.migrate();
      await newer.close();
      const [result] = await each();
      expect(result?.rows).toEqual([{ workspace_id: mine, number: 1, label: 'new' }]);
    });
  });

  describe('values', () => {
    it('come as the contract promises', async () => {
      const [result] = await store.run(app(mine), [
        sql(`select '2026-01-02 03:04:05.678912+02'::timestamptz as at, '2026-01-02 03:04:05+00'::timestamptz as whole,
          '2026-01-02'::date as day, 9007199254740991::int8 as big, 12.50::numeric as price, 1.5::float8 as ratio,
          '{"a":[1]}'::jsonb as data, '[1,null]'::json as list, array['a','b "c"',null] as texts, array[1,2]::int8[] as numbers,
          '0197A000-0000-7000-8000-00000000000A'::uuid as id, true as yes, null::text as nothing, '\\x00ff'::bytea as bytes`),
      ]);
      expect(result?.rows[0]).toEqual({
        at: '2026-01-02T01:04:05.678Z',
        whole: '2026-01-02T03:04:05.000Z',
        day: '2026-01-02',
        big: 9007199254740991,
        price: 12.5,
        ratio: 1.5,
        data: { a: [1] },
        list: [1, null],
        texts: ['a', 'b "c"', null],
        numbers: [1, 2],
        id: mine,
        yes: true,
        nothing: null,
        bytes: Buffer.from([0, 255]),
      });
    });

    it('go as the contract promises', async () => {
      const at = new Date('2026-03-29T01:30:00.123Z');
      const [result] = await store.run(app(mine), [
        sql(
          `select $1::timestamptz as at, $2::jsonb as data, $3::text[] as texts, $4::int8 as big, $5::bool as yes,
            $6::text as nothing, $7::uuid[] as ids, $8::bytea as bytes, $9::jsonb[] as documents`,
          [
            at,
            { a: ['"', '\\', "'"] },
            ['x', 'y,"\\{}', null],
            12n,
            false,
            null,
            [mine],
            new Uint8Array([1, 2]),
            [{ b: 1 }],
          ],
        ),
      ]);
      expect(result?.rows[0]).toEqual({
        at: at.toISOString(),
        data: { a: ['"', '\\', "'"] },
        texts: ['x', 'y,"\\{}', null],
        big: 12,
        yes: false,
        nothing: null,
        ids: [mine],
        bytes: Buffer.from([1, 2]),
        documents: [{ b: 1 }],
      });
    });

    it('nest 64 levels deep and no deeper', async () => {
      const nested = (depth: number): object => (depth === 1 ? [] : { a: nested(depth - 1) });
      const keep = (value: object) => store.run(app(mine), [sql('select $1::jsonb as it', [value])]);
      await expect(keep({ a: nested(63) })).resolves.toBeDefined();
      for (const depth of [65, 20_000]) {
        const value = Array.from({ length: depth - 1 }).reduce<object>(inner => ({ a: inner }), {});
        await expect(
          keep(value).then(
            () => 'kept',
            error => isFault(error) && error.code,
          ),
        ).resolves.toBe('invalid_argument');
      }
    });
  });

  describe('entity manager', () => {
    const scope = async <T>(work: (em: ReturnType<Store['entityManager']>) => Promise<T>, workspaceId = mine) => {
      const transaction = store.transaction(app(workspaceId));
      const em = store.entityManager(async statement => {
        const [result] = await transaction.run([statement]);
        if (result === undefined) throw new Error('no result');
        return result;
      });
      try {
        const value = await work(em);
        await transaction.commit();
        return value;
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
    };
    const note = (title: string) => ({
      id: id(),
      workspaceId: mine,
      title,
      body: null,
      createdAt: new Date('2026-01-02T03:04:05.678Z'),
    });

    it('inserts, finds, updates and deletes in the transaction of the call', async () => {
      await scope(async em => {
        em.create(Note, { ...note('a'), body: { deep: ["it's", { a: '\\' }] }, tags: ['x', 'y'] });
        em.create(Note, note('b'));
        await em.flush();
      });
      await scope(async em => {
        const found = await em.findOneOrFail(Note, { title: 'a' });
        expect(found.createdAt).toEqual(new Date('2026-01-02T03:04:05.678Z'));
        expect(found.body).toEqual({ deep: ["it's", { a: '\\' }] });
        expect(found.tags).toEqual(['x', 'y']);
        found.title = 'c';
        em.remove(await em.findOneOrFail(Note, { title: 'b' }));
        await em.flush();
      });
      expect(await read()).toEqual(['c']);
      expect(await scope(em => em.count(Note), yours)).toBe(0);
    });

    it('undoes everything when the call fails', async () => {
      const failing = scope(async em => {
        em.create(Note, note('a'));
        await em.flush();
        throw new Error('handler');
      });
      await expect(failing).rejects.toThrow('handler');
      expect(await read()).toEqual([]);
    });

    it('runs execute, the query builder and Kysely on the same transaction', async () => {
      await scope(async em => {
        em.create(Note, note('a'));
        await em.flush();
        expect(await em.execute('select title from notes where title = ?', ['a'])).toEqual([{ title: 'a' }]);
        expect(await em.createQueryBuilder(Note).where({ title: 'a' }).getCount()).toBe(1);
        expect(
          await em.createQueryBuilder(Note).update({ title: 'b' }).where({ title: 'a' }).execute('run'),
        ).toMatchObject({ affectedRows: 1 });
        expect(
          await em
            .getKysely<{ notes: { title: string } }>()
            .selectFrom('notes')
            .select('title')
            .where('title', '=', 'b')
            .execute(),
        ).toEqual([{ title: 'b' }]);
        expect(await em.nativeDelete(Note, { title: 'b' })).toBe(1);
      });
    });

    it.runIf(engine.name === 'pglite')('refuses deep JSON, which MikroORM writes into the statement', async () => {
      const deep = Array.from({ length: 3000 }).reduce<object>(inner => [inner], []);
      for (const body of [deep, { 'a"': "it's", b: deep }, { a: 'x"y\\', b: deep }, { '\\"': deep }]) {
        const writing = scope(async em => {
          em.create(Note, { ...note('deep'), body });
          await em.flush();
        });
        await expect(writing).rejects.toMatchObject({ name: 'Fault', code: 'invalid_argument' });
      }
    });

    it('throws what MikroORM throws', async () => {
      const twice = scope(async em => {
        em.create(Note, note('a'));
        em.create(Note, note('a'));
        await em.flush();
      });
      await expect(twice).rejects.toMatchObject({ name: 'UniqueConstraintViolationException' });
    });

    it('nests a transaction as a savepoint', async () => {
      await scope(async em => {
        em.create(Note, note('kept'));
        await em.flush();
        const inner = em.transactional(async nested => {
          nested.create(Note, note('undone'));
          await nested.flush();
          throw new Error('inner');
        });
        await expect(inner).rejects.toThrow('inner');
        const conflict = em.transactional(async nested => {
          nested.create(Note, note('kept'));
          await nested.flush();
        });
        await expect(conflict).rejects.toMatchObject({ name: 'UniqueConstraintViolationException' });
        await em.transactional(async nested => {
          nested.create(Note, note('kept too'));
        });
      });
      expect(await read()).toEqual(['kept', 'kept too']);
    });

    it('refuses to work outside a call, to commit and to stream', async () => {
      await scope(async em => {
        await expect(em.commit()).rejects.toThrow(/runtime commits/);
        await expect(em.fork().find(Note, {})).rejects.toMatchObject({ code: 'outside_call_scope' });
        await expect(em.fork().transactional(async () => undefined)).rejects.toThrow(/entity manager of a call/);
      });
    });
  });

  it('checks that it answers rightly', async () => {
    await expect(store.check()).resolves.toBeUndefined();
  });
});
