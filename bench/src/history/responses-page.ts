import { Cleanup } from '../cleanup.ts';
import type { Comparison } from '../comparison.ts';
import { mcpTraffic, toolCall } from '../product/mcp-traffic.ts';
import { startHistoryHost } from './history-host.ts';
import { latencyContest } from './latency-contest.ts';

const page = 10_000;
const limit = 20;
/** Eight of ten have a response. */
const conversations = (page * limit * 10) / 8 + 100;
const dayMs = 24 * 3_600_000;

/** Whether a page far down a list costs what the first one costs. */
export const responsesPageComparison: Comparison = {
  name: 'responses-page',
  subject: 'list_responses, page 10,000 by cursor',
  baseline: 'list_responses, page 1',
  metric: 'milliseconds',
  bars: { first: 1.5, goal: 1.1 },
  needsPostgres: true,
  prepare: bench =>
    Cleanup.guard(async cleanup => {
      const host = await startHistoryHost(bench, cleanup);
      const { server, workspace, call } = host;
      const { id: chatbotId, ...rest } = await host.publish();
      const [from, to] = [new Date(Date.now() - 365 * dayMs), new Date()];
      await host.write({ id: chatbotId, ...rest }, { count: conversations, from, to });

      /** By the number of a page to the cursor of the next, instead of ten thousand calls. */
      const cursorAfter = async (number: number): Promise<unknown> => {
        const { pagination } = await call('list_responses', { chatbotId, limit, page: number });
        return (pagination as { nextCursor: unknown }).nextCursor;
      };
      const traffic = (number: number, place: object) =>
        mcpTraffic(server, {
          requests: [toolCall('list_responses', { chatbotId, limit, ...place })],
          contains: [`"pagination":{"page":${number},"limit":${limit},`],
          key: workspace.key,
        });
      const second = traffic(2, { cursor: await cursorAfter(1) });
      const { p50 } = await bench.load.run({ traffic: second, connections: 1, seconds: bench.seconds });
      return latencyContest(bench, cleanup, {
        server,
        subject: traffic(page, { cursor: await cursorAfter(page - 1) }),
        baseline: traffic(1, {}),
        notes: [`page 1 counts the whole list too; page 2 by cursor, which does not: ${p50.toFixed(2)} ms`],
      });
    }),
};
