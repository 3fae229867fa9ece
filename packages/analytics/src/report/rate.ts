/** Below that a rate says little. */
const enough = 20;
/** For 95 %. */
const z = 1.959964;

/** A share, with what it is a share of. */
export interface Rate {
  /** Null where the denominator is 0. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** Conversations that were looked at. */
  readonly n: number;
  /** The denominator is small. */
  readonly lowSample: boolean;
  /** Where the share may lie, by Wilson, 95 %; of small samples only. */
  readonly interval?: readonly [low: number, high: number];
}

export function rateOf(numerator: number, denominator: number, n: number): Rate {
  const lowSample = denominator < enough;
  const value = denominator === 0 ? null : rounded(numerator / denominator);
  const rate = { value, numerator, denominator, n, lowSample };
  return lowSample && denominator > 0 ? { ...rate, interval: wilson(numerator / denominator, denominator) } : rate;
}

function wilson(share: number, n: number): [number, number] {
  const middle = share + z ** 2 / (2 * n);
  const margin = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return [rounded(Math.max(0, (middle - margin) / scale)), rounded(Math.min(1, (middle + margin) / scale))];
}

/** How much more than before, as a share of it; null where there was nothing. */
export function changeOf(before: number, now: number): number | null {
  return before === 0 ? null : rounded((now - before) / before);
}

/** To four digits after the point. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
