import { once } from 'node:events';
import { loadCore, spawnPinned } from '../processes/pinned.ts';
import type { LoadJob, LoadReport } from './job.ts';

/** A process that makes load, on a core of its own where the machine has two. */
export interface LoadGenerator<Job extends object = LoadJob> {
  /** Runs one job to its end. @throws Error when an answer was wrong or did not come. */
  run(job: Job): Promise<LoadReport>;
  stop(): Promise<void>;
}

/** @param script Serves jobs: see `serveJobs`. */
export function startLoadGenerator<Job extends object>(script: string): LoadGenerator<Job> {
  const child = spawnPinned(loadCore, [script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  return {
    async run(job) {
      const answer = once(child, 'message');
      child.send(job);
      const outcome = await Promise.race([answer, exited]);
      const message = outcome[0] as { report?: LoadReport; failure?: string } | number | null;
      if (typeof message !== 'object' || message === null) throw new Error('the load generator ended');
      if (message.report === undefined) throw new Error(message.failure ?? 'the load generator said nothing');
      return message.report;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
