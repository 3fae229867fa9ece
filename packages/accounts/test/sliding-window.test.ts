import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SlidingWindow, windowLength } from '../src/limits/sliding-window.ts';

/** Gaps between attempts, in milliseconds: bursts, steady traffic, pauses, and exact ends of a window. */
const gaps = fc.array(
  fc.oneof(fc.constant(0), fc.nat(3), fc.nat(2000), fc.nat(70_000), fc.constantFrom(59_999, 60_000, 60_001, 30_000)),
  { minLength: 1, maxLength: 300 },
);

const limits = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 100 }));

describe('the sliding window', () => {
  test('admits exactly what a list of all admissions would', () => {
    fc.assert(
      fc.property(limits, gaps, fc.nat(1_000_000), (limit, steps, start) => {
        const window = new SlidingWindow();
        const admitted: number[] = [];
        let now = start;
        for (const gap of steps) {
          now += gap;
          const recent = admitted.filter(moment => moment > now - windowLength).length;
          expect(window.count(now)).toBe(recent);
          if (recent < limit) {
            window.add(now);
            admitted.push(now);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('never lets more than the limit into any 60 seconds', () => {
    fc.assert(
      fc.property(limits, gaps, (limit, steps) => {
        const window = new SlidingWindow();
        const admitted: number[] = [];
        let now = 0;
        for (const gap of steps) {
          now += gap;
          if (window.count(now) >= limit) continue;
          window.add(now);
          admitted.push(now);
        }
        for (const [index, moment] of admitted.entries()) {
          const beyond = admitted[index + limit];
          if (beyond !== undefined) expect(beyond - moment).toBeGreaterThanOrEqual(windowLength);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('says to the millisecond when the next is admitted', () => {
    fc.assert(
      fc.property(limits, gaps, (limit, steps) => {
        const window = new SlidingWindow();
        let now = 0;
        for (const gap of steps) {
          now += gap;
          if (window.count(now) < limit) {
            expect(window.wait(limit, now)).toBe(0);
            window.add(now);
            continue;
          }
          const wait = window.wait(limit, now);
          expect(wait).toBeGreaterThan(0);
          expect(wait).toBeLessThanOrEqual(windowLength);
          const probe = copyOf(window, now);
          expect(probe.filter(moment => moment > now + wait - 1 - windowLength).length).toBeGreaterThanOrEqual(limit);
          expect(probe.filter(moment => moment > now + wait - windowLength).length).toBeLessThan(limit);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('holds a million calls of one key in little memory', () => {
    const window = new SlidingWindow();
    const before = process.memoryUsage().arrayBuffers;
    for (let index = 0; index < 1_000_000; index++) window.add(Math.floor(index / 40));
    expect(window.count(25_000)).toBe(1_000_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4_000_000);
    expect(window.count(200_000)).toBe(0);
  });
});

/** The moments in a window, found by asking it how much is left as time passes. */
function copyOf(window: SlidingWindow, now: number): number[] {
  const moments: number[] = [];
  const all = window.count(now);
  for (let left = all; left > 0; left--) {
    const leaves = window.wait(left, now);
    moments.push(now + leaves - windowLength);
  }
  return moments;
}
