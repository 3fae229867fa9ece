import { randomUUID } from 'node:crypto';
import { on, onEvery } from '@conferbot/plugin';
import { afterEach, describe, expect, it } from 'vitest';
import { backoffSeconds, mostAttempts } from '../src/outbox/backoff.ts';
import { startRelay } from '../src/outbox/relay.ts';
import { type Bed, openBed } from './bed.ts';
import { Note, newNote, notes, noteTaken } from './notes-plugin.ts';

let bed: Bed;
afterEach(() => bed[Symbol.asyncDispose]());

const relayOf = () => startRelay(bed.runtime, { pollInterval: 0 });
const texts = (workspaceId: string) =>
  bed.call(workspaceId, async ctx =>
    (await ctx.sql<{ text: string }>`select text from notes order by id`).map(row => row.text),
  );
const take = (workspaceId: string, ...all: string[]) =>
  bed.call(workspaceId, async ctx => {
    for (const text of all) ctx.emit(noteTaken, { text });
  });
/** Makes everything that waits for its next attempt due now. */
const hurry = () =>
  bed.store.run({ role: 'worker' }, [
    { text: 'update outbox set next_attempt_at = now() where next_attempt_at is not null', values: [] },
  ]);

const copyingTo = (fail: (text: string) => boolean = () => false) =>
  on(noteTaken, 'copy', async ({ payload }, ctx) => {
    await ctx.sql`insert into notes (workspace_id, id, text) values (${ctx.workspace.id}, ${newNote('', '').id}, ${payload.text})`;
    if (fail(payload.text)) throw new Error(`cannot copy ${payload.text}`);
  });

describe('events', () => {
  it('reach their subscribers in order, each in a scope of its workspace', async () => {
    bed = await openBed([notes({ subscriptions: [copyingTo()] })]);
    const [a, b] = [randomUUID(), randomUUID()];
    await take(a, 'one', 'two');
    await take(b, 'three');
    await take(a, 'four');
    expect(await relayOf().drain()).toBe(4);
    expect(await texts(a)).toEqual(['one', 'two', 'four']);
    expect(await texts(b)).toEqual(['three']);
    expect(await relayOf().status()).toEqual({ waiting: 0, oldestSeconds: 0, givenUp: 0 });
  });

  it('of a call that fails are never seen', async () => {
    bed = await openBed([notes({ subscriptions: [copyingTo()] })]);
    const a = randomUUID();
    const failing = bed.call(a, async ctx => {
      ctx.emit(noteTaken, { text: 'phantom' });
      await ctx.sql`insert into notes (workspace_id, id, text) values (${a}, ${a}, 'phantom')`;
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await relayOf().drain()).toBe(0);
    expect(await texts(a)).toEqual([]);
  });

  it('that no plugin declares cannot be emitted', async () => {
    bed = await openBed([notes({ events: [] })]);
    await expect(take(randomUUID(), 'x')).rejects.toThrow(/note\.taken.*not declared/);
  });

  it('emitted by a subscriber go on to theirs', async () => {
    const seen: string[] = [];
    const echo = on(noteTaken, 'echo', async ({ payload }, ctx) => {
      seen.push(payload.text);
      if (payload.text.length < 3) ctx.emit(noteTaken, { text: `${payload.text}!` });
    });
    bed = await openBed([notes({ subscriptions: [echo] })]);
    await take(randomUUID(), 'x');
    await relayOf().drain();
    expect(seen).toEqual(['x', 'x!', 'x!!']);
  });
});

describe('a failing subscriber', () => {
  it('holds up its own workspace only, leaves nothing behind, and catches up in order', async () => {
    let broken = true;
    const seen: string[] = [];
    const other = onEvery('other', async ({ payload }) => {
      seen.push((payload as { text: string }).text);
    });
    bed = await openBed([notes({ subscriptions: [copyingTo(text => broken && text === 'one'), other] })]);
    const [a, b] = [randomUUID(), randomUUID()];
    await take(a, 'one', 'two');
    await take(b, 'three');
    const relay = relayOf();
    await relay.drain();
    expect(await texts(a)).toEqual([]);
    expect(await texts(b)).toEqual(['three']);
    expect(seen.sort()).toEqual(['one', 'three', 'two']);
    expect(await relay.drain(), 'not before its time').toBe(0);
    expect((await relay.status()).waiting).toBe(2);
    broken = false;
    await hurry();
    await relay.drain();
    expect(await texts(a)).toEqual(['one', 'two']);
    expect(bed.logged.join()).toContain('cannot copy one');
  });

  it('is given up after its last attempt, and the lane goes on', async () => {
    bed = await openBed([notes({ subscriptions: [copyingTo(text => text === 'poison')] })]);
    const a = randomUUID();
    await take(a, 'poison', 'fine');
    const relay = relayOf();
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      await hurry();
      await relay.drain();
    }
    expect(await texts(a)).toEqual(['fine']);
    expect(await relay.status()).toMatchObject({ waiting: 0, givenUp: 1 });
  });
});

describe('two relays', () => {
  it('never handle an event twice', async () => {
    let running = 0;
    let together = 0;
    const slow = on(noteTaken, 'slow', async ({ payload }, ctx) => {
      together = Math.max(together, ++running);
      await ctx.sql`insert into notes (workspace_id, id, text) values (${ctx.workspace.id}, ${newNote('', '').id}, ${payload.text})`;
      running--;
    });
    bed = await openBed([notes({ subscriptions: [slow] })]);
    const a = randomUUID();
    await take(a, ...Array.from({ length: 20 }, (_, index) => String(index).padStart(2, '0')));
    const handled = await Promise.all([relayOf().drain(), relayOf().drain(), relayOf().drain()]);
    expect(handled.reduce((sum, count) => sum + count)).toBe(20);
    expect(await texts(a)).toEqual(Array.from({ length: 20 }, (_, index) => String(index).padStart(2, '0')));
    expect(together).toBe(1);
  });
});

describe('the backoff', () => {
  it('doubles from a second to two hours, with up to a quarter more', () => {
    expect([1, 2, 3, 13, 14, 40].map(attempts => backoffSeconds(attempts, () => 0))).toEqual([
      1, 2, 4, 4096, 7200, 7200,
    ]);
    expect(backoffSeconds(1, () => 1)).toBe(1.25);
  });
});

describe('the entity manager of a call', () => {
  it('writes what it holds with the events, or neither', async () => {
    bed = await openBed([notes({ subscriptions: [copyingTo()] })]);
    const a = randomUUID();
    await bed.call(a, async ctx => {
      ctx.em.create(Note, newNote(a, 'by the entity manager'));
      ctx.emit(noteTaken, { text: 'with an event' });
    });
    const failing = bed.call(a, async ctx => {
      ctx.em.create(Note, newNote(randomUUID(), 'into another workspace'));
      ctx.emit(noteTaken, { text: 'never' });
    });
    await expect(failing).rejects.toThrow();
    await relayOf().drain();
    expect(await texts(a)).toEqual(['by the entity manager', 'with an event']);
  });

  it('cannot write in a read-only call', async () => {
    bed = await openBed([notes()]);
    const a = randomUUID();
    const attempt = bed.call(
      a,
      ctx => ctx.sql`insert into notes (workspace_id, id, text) values (${a}, ${a}, 'x')`,
      true,
    );
    await expect(attempt).rejects.toThrow(/read-only/);
  });
});
