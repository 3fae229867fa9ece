import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bed, openBed } from './bed.ts';
import { newNote, notes } from './notes-plugin.ts';

let bed: Bed;
afterEach(() => bed[Symbol.asyncDispose]());

describe('a call that takes too long', () => {
  it('ends at its deadline, also when it pays no heed to the signal, and leaves nothing behind', async () => {
    bed = await openBed([notes()], { callTimeout: 1000 });
    const a = randomUUID();
    const { id, text } = newNote(a, 'too late');
    let signal: AbortSignal | undefined;
    let after: Promise<unknown> | undefined;
    const hanging = bed.call(a, async ctx => {
      ({ signal } = ctx);
      await ctx.sql`insert into notes (workspace_id, id, text) values (${a}, ${id}, ${text})`;
      await new Promise(resolve => setTimeout(resolve, 1500));
      after = ctx.sql`insert into notes (workspace_id, id, text) values (${a}, ${a}, ${text})`;
      await after;
    });
    await expect(hanging).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('too long') });
    expect(signal?.aborted).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 1500));
    await expect(after).rejects.toThrow('ended');
    expect(await bed.call(a, ctx => ctx.sql`select id from notes`, true)).toEqual([]);
  });

  it('in time is not touched', async () => {
    bed = await openBed([notes()], { callTimeout: 5000 });
    expect(await bed.call(randomUUID(), async () => 'done')).toBe('done');
  });
});
