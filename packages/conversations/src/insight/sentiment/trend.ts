import type { Sentiment } from './sentiment.ts';

const clearChange = 0.25;

/** Compares the last third of the scores with the first third; `unknown` for fewer than three. */
export function trendOf(scores: readonly number[]): Sentiment['trend'] {
  const third = Math.floor(scores.length / 3);
  if (third === 0) return 'unknown';
  const change = mean(scores.slice(-third)) - mean(scores.slice(0, third));
  if (change >= clearChange) return 'improving';
  return change <= -clearChange ? 'worsening' : 'steady';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
