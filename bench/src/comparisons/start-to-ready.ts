import { builtScript } from '../built-script.ts';
import { Cleanup } from '../cleanup.ts';
import type { Comparison } from '../comparison.ts';
import { startServer, waitUntilReady } from '../processes/server-process.ts';
import { shippedServer, startHostedServer } from '../product/hosted-server.ts';

/** From the start of the process to the first 200 of `/readyz`, on a database that is migrated already. */
export const startToReadyComparison: Comparison = {
  name: 'start-to-ready',
  subject: 'hosted server, PostgreSQL, migrated',
  baseline: 'Koa + MikroORM, connected',
  metric: 'milliseconds',
  bars: { first: 3, goal: 1.5 },
  needsPostgres: true,
  prepare: bench =>
    Cleanup.guard(async cleanup => {
      const subject = async (): Promise<{ value: number }> => {
        const host = await startHostedServer(bench, shippedServer);
        await host.stop();
        return { value: host.readyAfter };
      };
      const baseline = async (): Promise<{ value: number }> => {
        const env = { DATABASE_URL: bench.database?.baselineUrl ?? '' };
        const server = cleanup.add(await startServer({ script: builtScript('baselines/koa-mikro-orm'), env }));
        const value = await waitUntilReady(server);
        await server.stop();
        return { value };
      };
      await subject(); // migrates
      await baseline(); // fills the caches of the file system
      return { subject, baseline, stop: () => cleanup.run() };
    }),
};
