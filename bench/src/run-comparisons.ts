import type { Bench } from './bench.ts';
import type { Comparison } from './comparison.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { playRounds } from './rounds.ts';

/** A row that was not measured, and why. */
export interface Unmeasured {
  readonly name: string;
  readonly reason: string;
}

export interface Results {
  readonly outcomes: readonly Outcome[];
  readonly skipped: readonly Unmeasured[];
  /** What should have been measured and failed. */
  readonly broken: readonly Unmeasured[];
}

/** Runs the comparisons one after the other; one that breaks does not keep the next from running. */
export async function runComparisons(
  bench: Bench,
  comparisons: readonly Comparison[],
  options: { readonly rounds: number; readonly onStart: (comparison: Comparison) => void },
): Promise<Results> {
  const outcomes: Outcome[] = [];
  const skipped: Unmeasured[] = [];
  const broken: Unmeasured[] = [];
  for (const comparison of comparisons) {
    if (comparison.needsPostgres === true && bench.database === undefined) {
      skipped.push({ name: comparison.name, reason: 'no PostgreSQL answers: set BENCH_DATABASE_URL' });
      continue;
    }
    options.onStart(comparison);
    try {
      outcomes.push(await runOne(bench, comparison, options.rounds));
    } catch (error) {
      broken.push({ name: comparison.name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { outcomes, skipped, broken };
}

async function runOne(bench: Bench, comparison: Comparison, rounds: number): Promise<Outcome> {
  const contest = await comparison.prepare(bench);
  try {
    return outcomeOf(comparison, await playRounds(contest, rounds), contest.notes ?? []);
  } finally {
    await contest.stop();
  }
}
