/**
 * How long conversations took, in bins whose bounds grow by a tenth: pairs of a bin and how many are in it. Bin `n`
 * holds 1.1^n seconds up to 1.1^(n+1); -1 holds what is shorter than a second.
 */
export type Histogram = readonly (readonly [bin: number, count: number])[];

const growth = 1.1;
const underOneSecond = -1;

/** How far a percentile may be off, as a share of it, from a second on. */
export const relativeError = 0.05;

export function histogramOf(seconds: readonly number[]): Histogram {
  return mergeHistograms([seconds.map(value => [binOf(value), 1])]);
}

export function mergeHistograms(histograms: readonly Histogram[]): Histogram {
  const counts = new Map<number, number>();
  for (const histogram of histograms) {
    for (const [bin, count] of histogram) counts.set(bin, (counts.get(bin) ?? 0) + count);
  }
  return [...counts].sort(([a], [b]) => a - b);
}

/** Seconds that a share of all stay within, by nearest rank; null where there are none. */
export function percentile(histogram: Histogram, share: number): number | null {
  const total = histogram.reduce((sum, [, count]) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const [bin, count] of histogram) {
    seen += count;
    if (seen >= rank) return middleOf(bin);
  }
  return null;
}

function binOf(seconds: number): number {
  return seconds < 1 ? underOneSecond : Math.floor(Math.log(seconds) / Math.log(growth));
}

/** As far from the lower bound as from the upper one, relative to the value. */
function middleOf(bin: number): number {
  if (bin === underOneSecond) return 0;
  const seconds = (2 * growth ** (bin + 1)) / (growth + 1);
  return Math.round(seconds * 100) / 100;
}
