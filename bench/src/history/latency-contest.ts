import type { Bench } from '../bench.ts';
import type { Cleanup } from '../cleanup.ts';
import type { Contest, Sample } from '../comparison.ts';
import type { Traffic } from '../load/job.ts';
import { cpuSeconds } from '../processes/process-usage.ts';
import type { ServerProcess } from '../processes/server-process.ts';

/** How long two calls of one server take, one call at a time: medians in milliseconds. */
export async function latencyContest(
  bench: Bench,
  cleanup: Cleanup,
  options: {
    readonly server: ServerProcess;
    readonly subject: Traffic;
    readonly baseline: Traffic;
    readonly notes: readonly string[];
  },
): Promise<Contest> {
  const { server, subject, baseline, notes } = options;
  const measure = async (traffic: Traffic, seconds = bench.seconds): Promise<Sample> => {
    const cpuBefore = cpuSeconds(server.pid);
    const { answers, p50, p99, generatorShare } = await bench.load.run({ traffic, connections: 1, seconds });
    const cpuAfter = cpuSeconds(server.pid);
    const cpuPerRequest =
      cpuBefore === undefined || cpuAfter === undefined ? undefined : ((cpuAfter - cpuBefore) / answers) * 1e6;
    return { value: p50, load: { p50, p99, cpuPerRequest, generatorShare } };
  };
  for (const traffic of [baseline, subject]) await measure(traffic, bench.warmUpSeconds);
  return {
    subject: () => measure(subject),
    baseline: () => measure(baseline),
    notes,
    stop: () => cleanup.run(),
  };
}
