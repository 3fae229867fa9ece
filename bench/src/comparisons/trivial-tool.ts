import { builtScript } from '../built-script.ts';
import { Cleanup } from '../cleanup.ts';
import type { Bars, Comparison } from '../comparison.ts';
import { loadContest } from '../load-contest.ts';
import { startServer } from '../processes/server-process.ts';
import { serverWithBenchPlugin, startHostedServer } from '../product/hosted-server.ts';
import { mcpTraffic, type Revision, toolCall } from '../product/mcp-traffic.ts';
import { createWorkspace } from '../product/workspace.ts';

const besideRaw: Bars = { first: 0.5, goal: 0.7 };
const besideSdk: Bars = { first: 90, goal: 130 };

/** A tool that does nothing, so that what is left is the way there and back: authentication, limits, usage, schemas. */
export const trivialToolComparisons: readonly Comparison[] = [
  trivialTool({ name: 'echo-raw', label: 'raw node:http', file: 'raw-echo', revision: '2025-11-25', bars: besideRaw }),
  trivialTool({
    name: 'echo-raw-2026',
    label: 'raw node:http',
    file: 'raw-echo',
    revision: '2026-07-28',
    bars: besideRaw,
  }),
  trivialTool({
    name: 'echo-sdk-v1',
    label: 'SDK v1 as documented',
    file: 'sdk-v1',
    revision: '2025-11-25',
    bars: besideSdk,
  }),
  trivialTool({
    name: 'echo-sdk-v2',
    label: 'SDK v2 as documented',
    file: 'sdk-v2',
    revision: '2025-11-25',
    bars: besideSdk,
  }),
  trivialTool({
    name: 'echo-sdk-v2-2026',
    label: 'SDK v2 as documented',
    file: 'sdk-v2',
    revision: '2026-07-28',
    bars: besideSdk,
  }),
];

function trivialTool(row: {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  readonly revision: Revision;
  readonly bars: Bars;
}): Comparison {
  const { name, label, file, revision, bars } = row;
  return {
    name,
    subject: `trivial tool, ${revision}`,
    baseline: label,
    metric: 'requests per second',
    bars,
    prepare: bench =>
      Cleanup.guard(async cleanup => {
        const host = cleanup.add(await startHostedServer(bench, serverWithBenchPlugin));
        const baseline = cleanup.add(await startServer({ script: builtScript(`baselines/${file}`) }));
        const { key } = await createWorkspace(host);
        const requests = [toolCall('bench_echo', { text: 'The quick brown fox jumps over the lazy dog.' })];
        const options = { requests, revision, key, contains: ['"length":44'] };
        return loadContest(bench, cleanup, {
          subject: { server: host, traffic: mcpTraffic(host, options) },
          baseline: { server: baseline, traffic: mcpTraffic(baseline, options) },
        });
      }),
  };
}
