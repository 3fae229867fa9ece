import { Cleanup } from '../cleanup.ts';
import type { Comparison } from '../comparison.ts';
import { mcpTraffic, toolCall } from '../product/mcp-traffic.ts';
import { foldYear } from './fold-year.ts';
import { startHistoryHost } from './history-host.ts';
import { latencyContest } from './latency-contest.ts';

const days = 365;
const dayMs = 24 * 3_600_000;

/** Whether a report on a year costs the same, however many conversations there were. */
export const analyticsYearComparison: Comparison = {
  name: 'analytics-year',
  subject: 'get_chatbot_analytics, 365 days',
  baseline: 'the same of an empty chatbot',
  metric: 'milliseconds',
  bars: { first: 3, goal: 2 },
  needsPostgres: true,
  prepare: bench =>
    Cleanup.guard(async cleanup => {
      const host = await startHistoryHost(bench, cleanup);
      const { server, workspace, call } = host;
      const [empty, busy] = [await host.publish(), await host.publish()];
      const count = bench.conversations;
      const to = new Date(Math.floor(Date.now() / dayMs) * dayMs);
      const startedWriting = performance.now();
      await host.write(busy, { count, from: new Date(to.getTime() - (days - 1) * dayMs), to });
      const writing = (performance.now() - startedWriting) / 1000;
      const folding = await foldYear(host, busy);

      const { totals } = await call('get_chatbot_analytics', { chatbotId: busy.id, days });
      const { views } = totals as { views: number };
      if (views !== count + 1) throw new Error(`${views} conversations are told of ${count + 1}`);
      const traffic = (chatbotId: string, told: number) =>
        mcpTraffic(server, {
          requests: [toolCall('get_chatbot_analytics', { chatbotId, days })],
          contains: [`"views":${told}`],
          key: workspace.key,
        });
      return latencyContest(bench, cleanup, {
        server,
        subject: traffic(busy.id, count + 1),
        baseline: traffic(empty.id, 0),
        notes: [
          `${count} conversations written in ${writing.toFixed(0)} s, counted in ${folding.toFixed(0)} s: ${Math.round(count / folding)} a second`,
        ],
      });
    }),
};
