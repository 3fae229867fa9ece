import type { NamedJob } from '../compose.ts';
import type { Runtime } from '../runtime.ts';

/** A job that this process runs, until it is renewed no more. */
export interface JobLease {
  readonly jobId: string;
  readonly seconds: number;
  /** When it ends, as the store wrote it: what tells this run from that of another process. */
  until: string;
}

const defaultSeconds = 30;

/** Takes a job that is due and that no living process runs. */
export async function claimJob(runtime: Runtime, job: NamedJob): Promise<JobLease | undefined> {
  const seconds = job.lease ?? defaultSeconds;
  const results = await runtime.store.run({ role: 'worker' }, [
    {
      name: 'job_known',
      // The column keeps milliseconds and rounds: what is rounded up is not due yet.
      text: `insert into job_schedules (name, next_run_at) values ($1, date_trunc('milliseconds', now()))
on conflict (name) do nothing`,
      values: [job.id],
    },
    {
      name: 'job_claim',
      text: `update job_schedules set locked_until = now() + $2::float8 * interval '1 second'
where name = $1 and next_run_at <= now() and (locked_until is null or locked_until < now())
returning locked_until::text as until`,
      values: [job.id, seconds],
    },
  ]);
  const until = results[1]?.rows[0]?.until;
  return until === undefined ? undefined : { jobId: job.id, seconds, until: String(until) };
}

/** Resolves to whether the job is still this process's to run. */
export async function renewLease(runtime: Runtime, lease: JobLease): Promise<boolean> {
  const [result] = await runtime.store.run({ role: 'worker' }, [
    {
      name: 'job_renew',
      text: `update job_schedules set locked_until = now() + $2::float8 * interval '1 second'
where name = $1 and locked_until = $3::timestamptz returning locked_until::text as until`,
      values: [lease.jobId, lease.seconds, lease.until],
    },
  ]);
  const until = result?.rows[0]?.until;
  if (until === undefined) return false;
  lease.until = String(until);
  return true;
}

/** Says when the job runs next. One that another process has taken over is left to it. */
export async function finishJob(
  runtime: Runtime,
  job: NamedJob,
  lease: JobLease,
  failure: string | null,
): Promise<void> {
  await runtime.store.run({ role: 'worker' }, [
    {
      name: 'job_done',
      text: `update job_schedules set locked_until = null, last_error = $3,
next_run_at = now() + $2::float8 * interval '1 second' where name = $1 and locked_until = $4::timestamptz`,
      values: [job.id, job.every, failure, lease.until],
    },
  ]);
}
