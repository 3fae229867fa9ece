import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cleanup } from './cleanup.ts';
import { comparisonsNamed } from './comparisons.ts';
import { createBenchDatabase } from './database/bench-database.ts';
import type { LoadJob } from './load/job.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { type Options, parseOptions, usage } from './options.ts';
import { canPin } from './processes/pinned.ts';
import { renderResults } from './report.ts';
import { type Results, runComparisons } from './run-comparisons.ts';

const cleanup = new Cleanup();
let options: Options;
try {
  options = parseOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(usage);
  } else {
    const interrupt = (): void => void cleanup.run().finally(() => process.exit(130));
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    await main(options);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}

async function main(options: Options): Promise<void> {
  const { only, rounds, seconds, warmUpSeconds, connections, conversations, json, check } = options;
  const chosen = comparisonsNamed(only);
  const directory = await mkdtemp(join(tmpdir(), 'conferbot-bench-'));
  cleanup.add({ stop: () => rm(directory, { recursive: true, force: true }) });
  const database = await createBenchDatabase(process.env);
  if (database !== undefined) cleanup.add(database);
  const load = cleanup.add(
    startLoadGenerator<LoadJob>(fileURLToPath(new URL('./load/load-process.ts', import.meta.url))),
  );

  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    pinned: canPin,
    database: database?.version ?? null,
  };
  console.error(`${machine.node}, ${machine.cores} x ${machine.cpu}, ${machine.database ?? 'no PostgreSQL'}`);
  console.error(`${connections} connections, ${rounds} rounds of ${seconds} s a side${canPin ? '' : ', not pinned'}`);

  const startedAt = new Date().toISOString();
  const bench = { load, connections, seconds, warmUpSeconds, conversations, database, directory };
  const results = await runComparisons(bench, chosen, {
    rounds,
    onStart: ({ name, subject, baseline }) => console.error(`${name}: ${subject} | ${baseline}`),
  });
  process.stdout.write(`\n${renderResults(results)}`);
  if (json !== undefined) {
    const record = {
      startedAt,
      machine,
      options: { rounds, seconds, warmUpSeconds, connections, conversations },
      ...results,
    };
    await writeFile(json, `${JSON.stringify(record, null, 2)}\n`);
  }
  if (failed(results, check)) process.exitCode = 1;
}

function failed({ broken, outcomes }: Results, check: boolean): boolean {
  return broken.length > 0 || (check && outcomes.some(({ reached }) => reached === 'missed'));
}
