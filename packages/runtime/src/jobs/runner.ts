import type { NamedJob } from '../compose.ts';
import type { Runtime } from '../runtime.ts';
import { systemContext } from '../system/system-context.ts';

/** Runs the jobs of a composition when they are due. */
export interface JobRunner {
  /** Runs every job that is due now; resolves to the ids of those that this process ran. */
  runDue(): Promise<string[]>;
  /** Lets running jobs finish, then stops. */
  stop(): Promise<void>;
}

export interface JobRunnerOptions {
  /** Milliseconds between looks at the schedule. Default 1,000; 0 looks only when told. */
  readonly pollInterval?: number;
}

const defaultLease = 300;

/** Starts the runner. Any number of processes may have one: a job is claimed in the store, and held by a lease. */
export function startJobs(runtime: Runtime, options: JobRunnerOptions = {}): JobRunner {
  const { pollInterval = 1000 } = options;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();

  async function run(job: NamedJob): Promise<boolean> {
    if (running.has(job.id) || !(await claim(runtime, job))) return false;
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout((job.lease ?? defaultLease) * 1000)]);
    const work = finish(runtime, job, job.run(systemContext(runtime, job.id, signal)));
    running.set(job.id, work);
    await work.finally(() => running.delete(job.id));
    return true;
  }

  async function runDue(): Promise<string[]> {
    const ran: string[] = [];
    for (const job of runtime.composition.jobs) {
      if (!stopping.signal.aborted && (await run(job))) ran.push(job.id);
    }
    return ran;
  }

  const tick = (): void => {
    runDue().catch((error: unknown) => runtime.logger.error({ err: error }, 'the job schedule could not be read'));
  };
  const timer = pollInterval > 0 && runtime.composition.jobs.length > 0 ? setInterval(tick, pollInterval) : undefined;
  timer?.unref();

  return {
    runDue,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await Promise.allSettled(running.values());
    },
  };
}

async function claim(runtime: Runtime, job: NamedJob): Promise<boolean> {
  const results = await runtime.store.run({ role: 'worker' }, [
    {
      name: 'job_known',
      text: 'insert into job_schedules (name, next_run_at) values ($1, now()) on conflict (name) do nothing',
      values: [job.id],
    },
    {
      name: 'job_claim',
      text: `update job_schedules set locked_until = now() + $2::float8 * interval '1 second'
where name = $1 and next_run_at <= now() and (locked_until is null or locked_until < now()) returning name`,
      values: [job.id, job.lease ?? defaultLease],
    },
  ]);
  return results[1]?.count === 1;
}

async function finish(runtime: Runtime, job: NamedJob, work: Promise<void>): Promise<void> {
  let failure: string | null = null;
  try {
    await work;
  } catch (error) {
    failure = error instanceof Error ? error.message.slice(0, 1000) : String(error);
    runtime.logger.error({ err: error, job: job.id }, 'job failed');
  }
  await runtime.store.run({ role: 'worker' }, [
    {
      name: 'job_done',
      text: `update job_schedules set locked_until = null, last_error = $3,
next_run_at = now() + $2::float8 * interval '1 second' where name = $1`,
      values: [job.id, job.every, failure],
    },
  ]);
}
