import { setTimeout as sleep } from 'node:timers/promises';
import { type CallContext, type ContentBlock, defineTool } from '@conferbot/plugin';
import { noInput } from './content-tools.ts';

/** A tool that tells the client something every 50 ms. */
function telling(name: string, what: string, steps: readonly ((ctx: CallContext) => void)[]) {
  return defineTool({
    name,
    title: what,
    description: `Sends ${what} while it runs.`,
    safety: { readOnly: true },
    streams: true,
    input: noInput,
  }).run(async (_input, ctx): Promise<readonly ContentBlock[]> => {
    for (const step of steps) {
      step(ctx);
      await sleep(50, undefined, { signal: ctx.signal });
    }
    return [{ type: 'text', text: `Sent ${what}.` }];
  });
}

const logLines = ['Tool execution started', 'Tool processing data', 'Tool execution completed'].map(
  line => (ctx: CallContext) => ctx.client.log('info', line),
);

export const streamingTools = [
  telling('test_tool_with_logging', 'log lines', logLines),
  telling('test_logging_tool', 'log lines', logLines),
  telling(
    'test_tool_with_progress',
    'progress',
    [0, 50, 100].map(done => (ctx: CallContext) => ctx.client.progress(done, 100)),
  ),
];
