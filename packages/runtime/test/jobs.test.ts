import { afterEach, describe, expect, it } from 'vitest';
import { startJobs } from '../src/jobs/runner.ts';
import { type Bed, openBed } from './bed.ts';
import { notes } from './notes-plugin.ts';

let bed: Bed;
afterEach(() => bed[Symbol.asyncDispose]());

const asWorker = (text: string) => bed.store.run({ role: 'worker' }, [{ text, values: [] }]);
/** What of the plugin's own jobs ran: the runtime has some too. */
const runDue = async () =>
  (await startJobs(bed.runtime, { pollInterval: 0 }).runDue()).filter(id => id.startsWith('notes:'));

describe('jobs', () => {
  it('run when due, on one of many processes, and again after their interval', async () => {
    let runs = 0;
    const job = { name: 'tidy', every: 60, run: async () => void runs++ };
    bed = await openBed([notes({ jobs: [job] })]);
    const ran = await Promise.all([runDue(), runDue(), runDue()]);
    expect(ran.flat()).toEqual(['notes:tidy']);
    expect(await runDue()).toEqual([]);
    await asWorker(`update job_schedules set next_run_at = now()`);
    expect(await runDue()).toEqual(['notes:tidy']);
    expect(runs).toBe(2);
  });

  it('that fail are logged and come round again', async () => {
    const job = {
      name: 'tidy',
      every: 60,
      run: async () => {
        throw new Error('no broom');
      },
    };
    bed = await openBed([notes({ jobs: [job] })]);
    await runDue();
    expect(bed.logged).toEqual(['job failed: Error: no broom']);
    const [result] = await asWorker(
      `select last_error, locked_until, next_run_at > now() as later from job_schedules where name = 'notes:tidy'`,
    );
    expect(result?.rows).toEqual([{ last_error: 'no broom', locked_until: null, later: true }]);
  });

  it('of a process that died are taken over when their lease has run out', async () => {
    let runs = 0;
    bed = await openBed([notes({ jobs: [{ name: 'tidy', every: 60, run: async () => void runs++ }] })]);
    await asWorker(
      `insert into job_schedules (name, next_run_at, locked_until) values ('notes:tidy', now(), now() + interval '1 hour')`,
    );
    expect(await runDue()).toEqual([]);
    await asWorker(`update job_schedules set locked_until = now() - interval '1 second'`);
    expect(await runDue()).toEqual(['notes:tidy']);
    expect(runs).toBe(1);
  });

  it('keep their lease for as long as they run, and stop when another process took them over', async () => {
    const leases: string[] = [];
    const until = async () =>
      String(
        (await asWorker(`select locked_until::text from job_schedules where name = 'notes:tidy'`))[0]?.rows[0]
          ?.locked_until,
      );
    const run = async ({ signal }: { readonly signal: AbortSignal }) => {
      leases.push(await until());
      await expect.poll(until).not.toBe(leases[0]);
      await asWorker(`update job_schedules set locked_until = now() + interval '1 hour'`);
      leases.push(await until());
      await expect.poll(() => signal.aborted).toBe(true);
    };
    bed = await openBed([notes({ jobs: [{ name: 'tidy', every: 60, lease: 0.3, run }] })]);
    await runDue();
    expect(await until()).toBe(leases[1]);
  });

  it('see of a workspace only what they open a scope for', async () => {
    const seen: unknown[] = [];
    const workspaceId = '0198f0a0-0000-7000-8000-00000000abcd';
    const job = {
      name: 'count',
      every: 60,
      run: async (ctx: Parameters<NonNullable<ReturnType<typeof notes>['jobs'][0]>['run']>[0]) => {
        seen.push(await ctx.sql`select * from notes`.catch((error: Error) => error.message));
        seen.push(await ctx.inWorkspace(workspaceId, scope => scope.sql`select * from notes`));
      },
    };
    bed = await openBed([notes({ jobs: [job] })]);
    await runDue();
    expect(seen).toEqual([expect.stringContaining('permission denied'), []]);
  });
});
