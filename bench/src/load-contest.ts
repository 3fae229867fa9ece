import type { Bench } from './bench.ts';
import type { Cleanup } from './cleanup.ts';
import type { Contest, Sample } from './comparison.ts';
import type { Traffic } from './load/job.ts';
import { cpuSeconds } from './processes/process-usage.ts';
import type { ServerProcess } from './processes/server-process.ts';

/** A running server and the requests to it. */
export interface Target {
  readonly server: ServerProcess;
  readonly traffic: Traffic;
}

/** Two servers under the same load. Both are warmed up here, before anything is measured. */
export async function loadContest(
  bench: Bench,
  cleanup: Cleanup,
  targets: { readonly subject: Target; readonly baseline: Target; readonly notes?: readonly string[] },
): Promise<Contest> {
  const { connections, warmUpSeconds, seconds } = bench;
  for (const { traffic } of [targets.baseline, targets.subject]) {
    await bench.load.run({ traffic, connections, seconds: warmUpSeconds });
  }
  const measure = async ({ server, traffic }: Target): Promise<Sample> => {
    const cpuBefore = cpuSeconds(server.pid);
    const { answers, perSecond, p50, p99, generatorShare } = await bench.load.run({ traffic, connections, seconds });
    const cpuAfter = cpuSeconds(server.pid);
    const cpuPerRequest =
      cpuBefore === undefined || cpuAfter === undefined ? undefined : ((cpuAfter - cpuBefore) / answers) * 1e6;
    return { value: perSecond, load: { p50, p99, cpuPerRequest, generatorShare } };
  };
  return {
    subject: () => measure(targets.subject),
    baseline: () => measure(targets.baseline),
    stop: () => cleanup.run(),
    ...(targets.notes && { notes: targets.notes }),
  };
}
