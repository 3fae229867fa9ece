import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadReport } from '../load/job.ts';
import { loadCore, spawnPinned } from '../processes/pinned.ts';
import type { ChatJob } from './chat-job.ts';

/** The process of the visitors, on the core of the load generator. */
export interface ChatLoad {
  /** Runs one job to its end. @throws Error when an answer was wrong or did not come. */
  run(job: ChatJob): Promise<LoadReport>;
  stop(): Promise<void>;
}

export function startChatLoad(): ChatLoad {
  const script = fileURLToPath(new URL('./chat-load-process.ts', import.meta.url));
  const child = spawnPinned(loadCore, [script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  return {
    async run(job) {
      const answer = once(child, 'message');
      child.send(job);
      const [message] = await Promise.race([answer, exited]);
      const { report, failure } = (message ?? {}) as { report?: LoadReport; failure?: string };
      if (report === undefined) throw new Error(failure ?? 'the process of the visitors ended');
      return report;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
