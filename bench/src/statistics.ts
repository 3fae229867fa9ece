/** Middle and ends of a few values. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The middle value, or the mean of the two in the middle. @throws RangeError when there is no value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no median of nothing');
  return (lower + upper) / 2;
}

/** Median, least and greatest. @throws RangeError when there is no value. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** Nearest rank: the least value that `share` (0 to 1) of the sorted values do not exceed. NaN when there is none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Ratios of the rounds: each subject by the baseline that was measured right beside it. */
export function ratiosOf(rounds: readonly { readonly subject: number; readonly baseline: number }[]): number[] {
  return rounds.map(({ subject, baseline }) => subject / baseline);
}

/** How far a baseline's rounds may lie apart, by their median, before the machine counts as too noisy. */
export const noiseThreshold = 0.15;

/** Distance of the ends by the middle. */
export function relativeRange({ median: middle, min, max }: Spread): number {
  return (max - min) / middle;
}

/** Whether the rounds of one and the same server differ by more than {@link noiseThreshold}. */
export function isNoisy(spread: Spread): boolean {
  return relativeRange(spread) > noiseThreshold;
}
