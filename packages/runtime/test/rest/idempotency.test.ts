import { randomUUID } from 'node:crypto';
import { definePlugin, defineTool, Fault, type Scope, type Workspace } from '@conferbot/plugin';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Caller } from '../../src/call/caller.ts';
import type { Store } from '../../src/database/store.ts';
import { startJobs } from '../../src/jobs/runner.ts';
import { everything } from '../../src/registry/selection.ts';
import { createRest, type RestAnswer } from '../../src/rest/rest.ts';
import { type Bed, openBed } from '../bed.ts';
import { engines, type Place } from '../database/engines.ts';
import { Note, newNote, notes, noteTaken } from '../notes-plugin.ts';

const day = 24 * 60 * 60 * 1000;
const secret = 'whsec_not-for-the-column';

/** How often each tool ran, and what the next run of `take_note` does before it writes. */
let runs: number;
let before: () => Promise<void>;

const takeNote = defineTool({
  name: 'take_note',
  title: 'Take note',
  description: 'Takes a note.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  http: { method: 'POST', path: '/books/{book}/notes', status: 201 },
  input: z.object({
    book: z.string().describe('Where.'),
    text: z.string().describe('What.'),
    loud: z.boolean().optional().describe('How.'),
  }),
  output: z.object({ id: z.string().describe('Which.'), secret: z.string().describe('Its secret.') }),
}).run(async ({ book, text }, ctx) => {
  runs += 1;
  await before();
  const note = newNote(ctx.workspace.id, `${book}: ${text}`);
  ctx.em.persist(ctx.em.create(Note, note));
  ctx.emit(noteTaken, { text });
  return { id: note.id, secret };
});

const wipe = defineTool({
  name: 'wipe_notes',
  title: 'Wipe notes',
  description: 'Wipes notes.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  http: { method: 'POST', path: '/wipe' },
  input: z.object({}),
  output: z.object({ wiped: z.int().describe('How many.') }),
}).run(async (_input, ctx) => ({ wiped: (await ctx.sql`delete from notes returning id`).length }));

const search = defineTool({
  name: 'search_notes',
  title: 'Search notes',
  description: 'Reads by POST.',
  safety: { readOnly: true },
  http: { method: 'POST', path: '/search' },
  input: z.object({}),
  output: z.object({ found: z.int().describe('How many.') }),
}).run(async (_input, ctx) => ({ found: (await ctx.sql`select id from notes`).length }));

const rename = defineTool({
  name: 'rename_book',
  title: 'Rename book',
  description: 'Is idempotent anyway.',
  safety: { readOnly: false, destructive: false, idempotent: true },
  http: { method: 'PUT', path: '/books/{book}' },
  input: z.object({ book: z.string().describe('Which.') }),
  output: z.object({ runs: z.int().describe('How often it ran.') }),
}).run(async () => {
  runs += 1;
  return { runs };
});

const listening = definePlugin({
  id: 'listening',
  version: '1.0.0',
  subscriptions: [{ name: 'hear', event: noteTaken.name, handle: async () => undefined }],
});

interface Options {
  readonly key?: string | undefined;
  readonly body?: unknown;
  readonly workspace?: string;
  /** The key asks for confirmations. */
  readonly confirms?: boolean;
  readonly scopes?: readonly Scope[];
}

describe.each(engines)('a POST with an idempotency key on $name', engine => {
  const keyId = randomUUID();
  /** A workspace that each test has to itself. */
  let ours: string;
  let place: Place;
  let bed: Bed;
  let time: number;
  let commitFails = false;

  beforeAll(async () => {
    place = await engine.prepare();
    bed = await openBed(
      [notes({ tools: [takeNote, wipe, search, rename] }), listening],
      { clock: () => time },
      async schema => failing(await place.open(schema), () => commitFails),
    );
  });
  afterAll(async () => {
    await bed[Symbol.asyncDispose]();
    await place.remove();
  });
  beforeEach(() => {
    ours = randomUUID();
    runs = 0;
    before = async () => undefined;
    time = Date.parse('2026-11-23T12:00:00Z');
  });

  function post(path: string, options: Options = {}): Promise<RestAnswer> {
    return call('POST', path, options);
  }

  function call(method: string, path: string, options: Options): Promise<RestAnswer> {
    const { key, body, workspace = ours, scopes = ['read', 'write'], confirms = false } = options;
    const rest = createRest(bed.runtime);
    const match = rest.match(method, path);
    if (match.kind !== 'found') throw new Error(match.kind);
    const caller: Caller = {
      workspace: { id: workspace, plan: 'pro', timezone: 'UTC' } satisfies Workspace,
      principal: { kind: 'key', keyId, name: 'test', scopes },
      requestId: randomUUID(),
      logger: bed.runtime.logger,
      confirmsDestructive: confirms,
    };
    const view = bed.runtime.views.get({ ...everything, scopes, confirms });
    return rest.call(match, { query: new URLSearchParams(), body, idempotencyKey: key, view, caller });
  }

  const rowsOf = async (text: string, workspaceId = ours) =>
    (await bed.store.run({ role: 'app', workspaceId }, [{ text, values: [] }]))[0]?.rows ?? [];
  const texts = async (workspaceId = ours) =>
    (await rowsOf('select text from notes order by id', workspaceId)).map(({ text }) => text);
  const messageOf = ({ body }: RestAnswer) => JSON.parse(body) as { error: string; message: string; fix: string };

  it('is carried out once, and answered the same way every time', async () => {
    const first = await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    expect(first).toEqual({ status: 201, body: expect.stringContaining(secret), called: true });
    const again = await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await post('/books/a/notes', { key: '"k1"', body: { text: 'one' } })).toEqual(again);
    expect(runs).toBe(1);
    expect(await texts()).toEqual(['a: one']);
    expect(await rowsOf('select position from outbox')).toHaveLength(1);
  });

  it('is carried out every time without a key, and once for each of several keys', async () => {
    await post('/books/a/notes', { body: { text: 'one' } });
    await post('/books/a/notes', { body: { text: 'one' } });
    expect(await rowsOf('select key_hash from idempotency_keys')).toEqual([]);
    await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    await post('/books/a/notes', { key: 'k2', body: { text: 'one' } });
    expect(await texts()).toHaveLength(4);
  });

  it('is refused when its key belongs to a call with another body or path', async () => {
    await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    const otherBody = await post('/books/a/notes', { key: 'k1', body: { text: 'two' } });
    expect(otherBody).toMatchObject({ status: 422, called: true });
    expect(messageOf(otherBody)).toMatchObject({
      error: 'Unprocessable Content',
      message: expect.stringMatching(/body was different/),
      fix: expect.stringMatching(/new key/),
    });
    const otherPath = await post('/books/b%20c/notes', { key: 'k1', body: { text: 'one' } });
    expect(otherPath.status).toBe(422);
    expect(messageOf(otherPath).message).toMatch('used for POST /books/a/notes, and this is POST /books/b%20c/notes');
    expect(messageOf(await post('/wipe', { key: 'k1' })).message).toMatch('this is POST /wipe');
    expect(await texts()).toEqual(['a: one']);
  });

  it('is the same call however its path and body are spelled', async () => {
    const first = await post('/books/a/notes', { key: 'k1', body: { text: 'one', loud: true } });
    const again = await post('/books/%61/notes', { key: 'k1', body: { loud: true, text: 'one' } });
    expect(again).toEqual({ ...first, replayed: true });
  });

  it('may be tried again under its key after it failed', async () => {
    before = async () => {
      throw new Fault('conflict', 'Not yet.');
    };
    expect((await post('/books/a/notes', { key: 'k1', body: { text: 'one' } })).status).toBe(409);
    before = async () => {
      throw new Error('broken');
    };
    expect((await post('/books/a/notes', { key: 'k1', body: { text: 'one' } })).status).toBe(503);
    expect((await post('/books/a/notes', { key: 'k1', body: {} })).status).toBe(400);
    expect(await rowsOf('select key_hash from idempotency_keys')).toEqual([]);
    before = async () => undefined;
    const answer = await post('/books/a/notes', { key: 'k1', body: { text: 'another' } });
    expect(answer).toEqual({ status: 201, body: expect.any(String), called: true });
    expect(await texts()).toEqual(['a: another']);
  });

  it('leaves neither an effect nor an answer when it breaks off before its commit', async () => {
    commitFails = true;
    expect((await post('/books/a/notes', { key: 'k1', body: { text: 'one' } })).status).toBe(503);
    expect(runs).toBe(1);
    expect(await texts()).toEqual([]);
    expect(await rowsOf('select key_hash from idempotency_keys')).toEqual([]);
    commitFails = false;
    const answer = await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    expect(answer).toMatchObject({ status: 201 });
    expect(answer.replayed).toBeUndefined();
    expect(await texts()).toEqual(['a: one']);
  });

  it('that is sent many times at once is carried out once; the others wait for its answer', async () => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    before = () => {
      begun.resolve();
      return goOn.promise;
    };
    const send = () => post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    const first = send();
    await begun.promise;
    const others = [send(), send()];
    goOn.resolve();
    const answer = await first;
    expect(answer.status).toBe(201);
    expect(await Promise.all(others)).toEqual([
      { ...answer, replayed: true },
      { ...answer, replayed: true },
    ]);
    expect(runs).toBe(1);
    expect(await texts()).toEqual(['a: one']);
  });

  it('takes its turn when the call that it waits for fails', async () => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    before = async () => {
      if (runs > 1) return;
      begun.resolve();
      await goOn.promise;
      throw new Fault('conflict', 'Not yet.');
    };
    const send = () => post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    const first = send();
    await begun.promise;
    const second = send();
    goOn.resolve();
    expect((await first).status).toBe(409);
    expect(await second).toMatchObject({ status: 201 });
    expect(await texts()).toEqual(['a: one']);
  });

  it('has nothing to do with the same key of another workspace', async () => {
    const theirs = randomUUID();
    const mine = await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    const other = await post('/books/a/notes', { key: 'k1', body: { text: 'two' }, workspace: theirs });
    expect(other).toMatchObject({ status: 201 });
    expect(other.body).not.toBe(mine.body);
    expect(await texts(theirs)).toEqual(['a: two']);
    expect(await rowsOf('select key_hash from idempotency_keys', theirs)).toHaveLength(1);
  });

  it('is not answered for a caller who may not make it', async () => {
    await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    const answer = await post('/books/a/notes', { key: 'k1', body: { text: 'one' }, scopes: ['read'] });
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.body).not.toContain(secret);
  });

  it('is answered as before when it had to be confirmed, also after the confirmation has expired', async () => {
    await post('/books/a/notes', { body: { text: 'one' } });
    const asked = await post('/wipe', { key: 'k1', body: {}, confirms: true });
    expect(asked.status).toBe(409);
    const [, confirmToken] = /confirmToken "([^"]+)"/.exec(messageOf(asked).fix) ?? [];
    const wiped = await post('/wipe', { key: 'k1', body: { confirmToken }, confirms: true });
    expect(wiped).toMatchObject({ status: 200, body: '{"wiped":1}' });
    time += day / 2;
    expect(await post('/wipe', { key: 'k1', body: { confirmToken }, confirms: true })).toEqual({
      ...wiped,
      replayed: true,
    });
  });

  it('is carried out anew a day later, whether or not the old key is removed', async () => {
    await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    time += day - 1;
    expect(await post('/books/a/notes', { key: 'k1', body: { text: 'one' } })).toMatchObject({ replayed: true });
    time += 1;
    const anew = await post('/books/a/notes', { key: 'k1', body: { text: 'two' } });
    expect(anew).toMatchObject({ status: 201 });
    expect(await texts()).toEqual(['a: one', 'a: two']);
    expect(await post('/books/a/notes', { key: 'k1', body: { text: 'two' } })).toEqual({ ...anew, replayed: true });
  });

  it('has its key removed by a job once it has expired, and not before', async () => {
    const theirs = randomUUID();
    await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    await post('/books/a/notes', { key: 'k1', body: { text: 'one' }, workspace: theirs });
    time += day;
    await post('/books/a/notes', { key: 'k2', body: { text: 'two' } });
    expect(await rowsOf('select key_hash from idempotency_keys')).toHaveLength(2);
    const jobs = startJobs(bed.runtime, { pollInterval: 0 });
    expect(await jobs.runDue()).toEqual(['runtime:remove-expired-idempotency-keys']);
    expect(await rowsOf('select key_hash from idempotency_keys')).toHaveLength(1);
    expect(await rowsOf('select key_hash from idempotency_keys', theirs)).toEqual([]);
    expect(await post('/books/a/notes', { key: 'k2', body: { text: 'two' } })).toMatchObject({ replayed: true });
  });

  it('keeps neither its key nor its answer in the clear', async () => {
    await post('/books/a/notes', { key: 'order-4711', body: { text: 'one' } });
    const [row] = await rowsOf('select * from idempotency_keys');
    expect(row?.answer).toMatch(/^v1\./);
    const kept = JSON.stringify(row);
    for (const text of [secret, 'order-4711', '/books/a']) {
      expect(kept).not.toContain(text);
      expect(Buffer.from(String(row?.answer).slice(3), 'base64url').toString('latin1')).not.toContain(text);
    }
  });

  it('says so when the secret that sealed its answer is another one now', async () => {
    await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    await bed.store.run({ role: 'app', workspaceId: ours }, [
      { text: `update idempotency_keys set answer = 'v1.' || 'AAAA' || substr(answer, 8)`, values: [] },
    ]);
    const answer = await post('/books/a/notes', { key: 'k1', body: { text: 'one' } });
    expect(answer.status).toBe(409);
    expect(messageOf(answer).message).toMatch(/can no longer be read/);
    expect(await texts()).toEqual(['a: one']);
  });

  it('is refused when its key is none', async () => {
    const wrong = ['', ' ', 'a b', 'ä', 'x'.repeat(256), '""', '"a', '"a";b=1', '"a b"', 'a\tb', '"a\\b"'];
    for (const key of wrong) {
      const answer = await post('/books/a/notes', { key, body: { text: 'one' } });
      expect([key, answer.status]).toEqual([key, 400]);
      expect(messageOf(answer).message).toMatch(/1 to 255 visible ASCII/);
    }
    expect(runs).toBe(0);
    for (const key of ['x'.repeat(255), `"${'y'.repeat(255)}"`, '"a\\"\\\\b"', "!#$%&'*+-.^_`|~"]) {
      expect((await post('/books/a/notes', { key, body: { text: 'one' } })).status).toBe(201);
    }
    expect(await post('/books/a/notes', { key: 'a"\\b', body: { text: 'one' } })).toMatchObject({ replayed: true });
  });

  it('keeps nothing where it only reads, nor under another method', async () => {
    expect(await post('/search', { key: 'k1' })).toMatchObject({ body: '{"found":0}' });
    await post('/books/a/notes', { body: { text: 'one' } });
    expect(await post('/search', { key: 'k1' })).toEqual({ status: 200, body: '{"found":1}', called: true });
    expect(await call('PUT', '/books/a', { key: 'not a key' })).toMatchObject({ body: '{"runs":2}' });
    expect(await call('PUT', '/books/a', { key: 'k1' })).toMatchObject({ body: '{"runs":3}' });
    expect(await call('PUT', '/books/a', { key: 'k1' })).toMatchObject({ body: '{"runs":4}' });
    expect(await rowsOf('select key_hash from idempotency_keys')).toEqual([]);
  });
});

/** A store whose transactions break off where they would commit, while it is told to. */
function failing(store: Store, fails: () => boolean): Store {
  return {
    ...store,
    transaction(session) {
      const transaction = store.transaction(session);
      return {
        run: statements => transaction.run(statements),
        rollback: () => transaction.rollback(),
        commit: last => (fails() ? Promise.reject(new Error('killed')) : transaction.commit(last)),
      };
    },
  };
}
