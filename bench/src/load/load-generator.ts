import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { loadCore, spawnPinned } from '../processes/pinned.ts';
import type { LoadJob, LoadReport } from './job.ts';

/** The process that makes the load, on a core of its own where the machine has two. */
export interface LoadGenerator {
  /** Runs one job to its end. @throws Error when an answer was wrong or did not come. */
  run(job: LoadJob): Promise<LoadReport>;
  stop(): Promise<void>;
}

export function startLoadGenerator(): LoadGenerator {
  const script = fileURLToPath(new URL('./load-process.ts', import.meta.url));
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
