import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtScript } from '../built-script.ts';
import { Cleanup } from '../cleanup.ts';
import type { Comparison } from '../comparison.ts';
import { loadContest } from '../load-contest.ts';
import { startServer } from '../processes/server-process.ts';
import { serverWithBenchPlugin, shippedServer, startHostedServer } from '../product/hosted-server.ts';
import { mcpTraffic, sendOnce } from '../product/mcp-traffic.ts';
import { createWorkspace } from '../product/workspace.ts';

/** The list of all tools, beside a server that sends the very same bytes as a constant. */
export const toolsListComparisons: readonly Comparison[] = [
  toolsList({ name: 'tools-list', label: 'tools/list, as shipped', script: shippedServer, path: '/api/v1/mcp' }),
  toolsList({
    name: 'tools-list-45',
    label: 'tools/list, 45 tools',
    script: serverWithBenchPlugin,
    path: '/api/v1/mcp/x/bench',
  }),
];

function toolsList(row: {
  readonly name: string;
  readonly label: string;
  readonly script: string;
  readonly path: string;
}): Comparison {
  return {
    name: row.name,
    subject: row.label,
    baseline: 'raw node:http, the same bytes',
    metric: 'requests per second',
    bars: { first: 0.55, goal: 0.75 },
    prepare: bench =>
      Cleanup.guard(async cleanup => {
        const host = cleanup.add(await startHostedServer(bench, row.script));
        const { key } = await createWorkspace(host);
        const options = {
          requests: [{ method: 'tools/list', params: {} }],
          key,
          path: row.path,
          contains: ['"tools":['],
        };
        const traffic = mcpTraffic(host, options);

        const answer = await sendOnce(traffic);
        const file = join(bench.directory, `${row.name}.json`);
        await writeFile(file, answer);
        const baseline = cleanup.add(
          await startServer({ script: builtScript('baselines/constant'), env: { CONSTANT_BODY: file } }),
        );
        const tools: number = JSON.parse(answer).result.tools.length;
        return loadContest(bench, cleanup, {
          subject: { server: host, traffic },
          baseline: { server: baseline, traffic: mcpTraffic(baseline, options) },
          notes: [`${tools} tools, ${(answer.length / 1000).toFixed(1)} KB`],
        });
      }),
  };
}
