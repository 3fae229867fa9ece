import { setTimeout as delay } from 'node:timers/promises';
import { builtScript } from '../built-script.ts';
import { Cleanup } from '../cleanup.ts';
import type { Comparison, Sample } from '../comparison.ts';
import { residentBytes } from '../processes/process-usage.ts';
import { type ServerProcess, startServer, waitUntilReady } from '../processes/server-process.ts';
import { shippedServer, startHostedServer } from '../product/hosted-server.ts';

/** Resident memory of a server that has just become ready, once it has been left alone for a measurement's time. */
export const idleMemoryComparison: Comparison = {
  name: 'idle-memory',
  subject: 'hosted server, PostgreSQL, idle',
  baseline: 'Koa + MikroORM, idle',
  metric: 'megabytes',
  bars: { first: 2, goal: 1.3 },
  needsPostgres: true,
  prepare: bench =>
    Cleanup.guard(async cleanup => {
      const measure = async (server: ServerProcess): Promise<Sample> => {
        try {
          await delay(bench.seconds * 1000);
          const bytes = residentBytes(server.pid);
          if (bytes === undefined) throw new Error('resident memory is read from /proc, which is not here');
          return { value: bytes / 1e6 };
        } finally {
          await server.stop();
        }
      };
      const subject = async (): Promise<Sample> => measure(await startHostedServer(bench, shippedServer));
      const baseline = async (): Promise<Sample> => {
        const env = { DATABASE_URL: bench.database?.baselineUrl ?? '' };
        const server = cleanup.add(await startServer({ script: builtScript('baselines/koa-mikro-orm'), env }));
        await waitUntilReady(server);
        return measure(server);
      };
      await subject(); // migrates, which the others do not have to
      return { subject, baseline, stop: () => cleanup.run() };
    }),
};
