// The process of the visitors: takes jobs from its parent, one at a time, and reports on each.
import type { ChatJob } from './chat-job.ts';
import { runChatLoad } from './run-chat-load.ts';

process.on('message', (job: ChatJob) => {
  runChatLoad(job).then(
    report => process.send?.({ report }),
    (error: unknown) => process.send?.({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
