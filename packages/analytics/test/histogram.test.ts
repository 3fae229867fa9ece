import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramOf, mergeHistograms, percentile, relativeError } from '../src/rollup/histogram.ts';

const seconds = fc.array(fc.double({ min: 0, max: 7 * 86_400, noNaN: true }), { minLength: 1, maxLength: 200 });

describe('a histogram of durations', () => {
  it('tells percentiles that are off by no more than it says', () => {
    fc.assert(
      fc.property(seconds, fc.constantFrom(0.5, 0.9, 0.99), (values, share) => {
        const exact = values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0;
        const told = percentile(histogramOf(values), share) ?? Number.NaN;
        // Under a second nothing is told apart; what is told is cut to hundredths.
        expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact < 1 ? 1 : exact * relativeError + 0.005);
      }),
    );
  });

  it('is the same of parts put together, in any order', () => {
    fc.assert(
      fc.property(seconds, seconds, (some, others) => {
        const merged = mergeHistograms([histogramOf(others), histogramOf(some)]);
        expect(merged).toEqual(histogramOf([...some, ...others]));
      }),
    );
  });

  it('of nothing has no percentile', () => {
    expect(percentile([], 0.5)).toBeNull();
  });
});
