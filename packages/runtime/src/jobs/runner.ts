import type { NamedJob } from '../compose.ts';
import type { Runtime } from '../runtime.ts';
import { systemContext } from '../system/system-context.ts';
import { claimJob, finishJob, type JobLease, renewLease } from './job-lease.ts';

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

/** Starts the runner. Any number of processes may have one: a job is claimed in the store, and held by a lease. */
export function startJobs(runtime: Runtime, options: JobRunnerOptions = {}): JobRunner {
  const { pollInterval = 1000 } = options;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();

  async function run(job: NamedJob): Promise<boolean> {
    if (running.has(job.id)) return false;
    const lease = await claimJob(runtime, job);
    if (lease === undefined) return false;
    const work = perform(job, lease);
    running.set(job.id, work);
    await work.finally(() => running.delete(job.id));
    return true;
  }

  async function perform(job: NamedJob, lease: JobLease): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    const heartbeat = setInterval(() => {
      renewLease(runtime, lease).then(
        held => held || lost.abort(),
        (error: unknown) => runtime.logger.warn({ err: error, job: job.id }, 'the lease of a job was not renewed'),
      );
    }, lease.seconds * 333);
    try {
      await finishJob(runtime, job, lease, await failureOf(job, signal));
    } finally {
      clearInterval(heartbeat);
    }
  }

  async function failureOf(job: NamedJob, signal: AbortSignal): Promise<string | null> {
    try {
      await job.run(systemContext(runtime, job.id, signal));
      return null;
    } catch (error) {
      runtime.logger.error({ err: error, job: job.id }, 'job failed');
      return error instanceof Error ? error.message.slice(0, 1000) : String(error);
    }
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
