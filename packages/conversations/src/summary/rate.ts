/** Below that a rate says little. */
const enough = 20;

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
}

export function rateOf(numerator: number, denominator: number, n: number): Rate {
  const value = denominator === 0 ? null : rounded(numerator / denominator);
  return { value, numerator, denominator, n, lowSample: denominator < enough };
}

/** To four digits after the point. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
