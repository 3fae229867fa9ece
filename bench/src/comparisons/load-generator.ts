import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtScript } from '../built-script.ts';
import { Cleanup } from '../cleanup.ts';
import type { Comparison } from '../comparison.ts';
import { loadContest } from '../load-contest.ts';
import { startServer } from '../processes/server-process.ts';
import { mcpTraffic, toolCall } from '../product/mcp-traffic.ts';

/** Shows that the generator can ask more than any server here answers: a constant answer beside the raw baseline. */
export const loadGeneratorComparison: Comparison = {
  name: 'load-generator',
  subject: 'constant answer, node:http',
  baseline: 'raw node:http',
  metric: 'requests per second',
  prepare: bench =>
    Cleanup.guard(async cleanup => {
      const file = join(bench.directory, 'constant.json');
      await writeFile(file, JSON.stringify({ jsonrpc: '2.0', id: 1, result: { content: [], length: 44 } }));
      const constant = cleanup.add(
        await startServer({ script: builtScript('baselines/constant'), env: { CONSTANT_BODY: file } }),
      );
      const raw = cleanup.add(await startServer({ script: builtScript('baselines/raw-echo') }));
      const requests = [toolCall('bench_echo', { text: 'The quick brown fox jumps over the lazy dog.' })];
      const options = { requests, contains: ['"length":44'] };
      return loadContest(bench, cleanup, {
        subject: { server: constant, traffic: mcpTraffic(constant, options) },
        baseline: { server: raw, traffic: mcpTraffic(raw, options) },
      });
    }),
};
