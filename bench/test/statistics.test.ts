import { describe, expect, it } from 'vitest';
import { LatencyLog } from '../src/load/latency-log.ts';
import { isNoisy, median, percentile, ratiosOf, spreadOf } from '../src/statistics.ts';

describe('statistics', () => {
  it('takes the middle value, or the mean of the two in the middle, by size and not by order', () => {
    expect(median([9, 100, 10])).toBe(10);
    expect(median([4, 1, 100, 2])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });

  it('keeps the ends beside the median', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  });

  it('takes percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('compares within a round, so that a slow stretch of the machine cancels out', () => {
    const rounds = [
      { subject: 50, baseline: 100 },
      { subject: 5, baseline: 10 },
      { subject: 50, baseline: 100 },
    ];
    expect(ratiosOf(rounds)).toEqual([0.5, 0.5, 0.5]);
  });

  it('calls a machine noisy when rounds of one server lie more than 15 % apart', () => {
    expect(isNoisy({ median: 100, min: 93, max: 107 })).toBe(false);
    expect(isNoisy({ median: 100, min: 92, max: 108 })).toBe(true);
  });

  it('keeps every latency while it grows', () => {
    const log = new LatencyLog();
    const count = 200_000;
    for (let n = count; n > 0; n--) log.record(n);
    expect(log.count).toBe(count);
    expect(log.percentiles()).toEqual({ p50: count / 2, p99: count * 0.99 });
  });
});
