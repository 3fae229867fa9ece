import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bed, openBed } from './bed.ts';
import { notes } from './notes-plugin.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await openBed([notes()]);
});
afterAll(() => bed[Symbol.asyncDispose]());

describe('work after the commit', () => {
  const insert = (workspaceId: string, ctx: Parameters<Parameters<Bed['call']>[1]>[0]) =>
    ctx.sql`insert into notes (workspace_id, id, text) values (${workspaceId}, ${randomUUID()}, 'x')`;

  it('runs when everything is written, and its own failure undoes nothing', async () => {
    const workspaceId = randomUUID();
    const seen: string[] = [];
    await bed.call(workspaceId, async ctx => {
      ctx.afterCommit(() => {
        throw new Error('too late');
      });
      ctx.afterCommit(() => void seen.push('after'));
      await insert(workspaceId, ctx);
      seen.push('within');
    });
    expect(seen).toEqual(['within', 'after']);
    expect(await bed.call(workspaceId, ctx => ctx.sql`select 1 from notes`)).toHaveLength(1);
  });

  it('does not run when the call is undone', async () => {
    let ran = false;
    const workspaceId = randomUUID();
    const failing = bed.call(workspaceId, async ctx => {
      ctx.afterCommit(() => {
        ran = true;
      });
      await insert(workspaceId, ctx);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(ran).toBe(false);
  });
});
