import type { LoadReport } from './job.ts';

/** Takes jobs from the parent process, one at a time, and reports on each, until the parent lets go. */
export function serveJobs<Job>(run: (job: Job) => Promise<LoadReport>): void {
  process.on('message', (job: Job) => {
    run(job).then(
      report => process.send?.({ report }),
      (error: unknown) => process.send?.({ failure: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
