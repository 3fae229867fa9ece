import { type Bars, type Comparison, isRate, type Metric, type Sample } from './comparison.ts';
import type { Round } from './rounds.ts';
import { isNoisy, median, ratiosOf, type Spread, spreadOf } from './statistics.ts';

/** Figures of one side over all rounds. */
export interface Side {
  readonly label: string;
  readonly value: Spread;
  /** Medians over the rounds; undefined for what is not measured under load. */
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  readonly cpuPerRequest: number | undefined;
  readonly generatorShare: number | undefined;
}

/** How a ratio stands to its bars. */
export type Reached = 'goal' | 'first' | 'missed';

export interface Outcome {
  readonly name: string;
  readonly metric: Metric;
  readonly subject: Side;
  readonly baseline: Side;
  /** Subject by baseline: the median of the ratios of the rounds, not the ratio of the medians. */
  readonly ratio: Spread;
  readonly bars: Bars | undefined;
  readonly reached: Reached | undefined;
  /** The baseline's own rounds lay too far apart to trust the figures. */
  readonly noisy: boolean;
  readonly notes: readonly string[];
}

/** Sums the rounds of a comparison up. */
export function outcomeOf(comparison: Comparison, rounds: readonly Round[], notes: readonly string[]): Outcome {
  const { name, metric, bars } = comparison;
  const baseline = sideOf(
    comparison.baseline,
    rounds.map(round => round.baseline),
  );
  const subject = sideOf(
    comparison.subject,
    rounds.map(round => round.subject),
  );
  const ratio = spreadOf(
    ratiosOf(rounds.map(round => ({ subject: round.subject.value, baseline: round.baseline.value }))),
  );
  return {
    name,
    metric,
    subject,
    baseline,
    ratio,
    bars,
    reached: bars && reachedBy(ratio.median, bars, metric),
    noisy: isNoisy(baseline.value),
    notes,
  };
}

/** More in a second is better; less time and memory are. */
export function reachedBy(ratio: number, { first, goal }: Bars, metric: Metric): Reached {
  const reaches = (bar: number): boolean => (isRate(metric) ? ratio >= bar : ratio <= bar);
  if (reaches(goal)) return 'goal';
  return reaches(first) ? 'first' : 'missed';
}

function sideOf(label: string, samples: readonly Sample[]): Side {
  const over = (pick: (load: NonNullable<Sample['load']>) => number | undefined): number | undefined => {
    const values = samples.map(({ load }) => load && pick(load)).filter(value => value !== undefined);
    return values.length === 0 ? undefined : median(values);
  };
  return {
    label,
    value: spreadOf(samples.map(sample => sample.value)),
    p50: over(load => load.p50),
    p99: over(load => load.p99),
    cpuPerRequest: over(load => load.cpuPerRequest),
    generatorShare: over(load => load.generatorShare),
  };
}
