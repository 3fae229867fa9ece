import { describe, expect, it } from 'vitest';
import type { Comparison, Sample } from '../src/comparison.ts';
import { outcomeOf, reachedBy } from '../src/outcome.ts';
import { renderResults } from '../src/report.ts';
import { playRounds } from '../src/rounds.ts';

const comparison: Comparison = {
  name: 'echo',
  subject: 'ours',
  baseline: 'theirs',
  metric: 'requests per second',
  bars: { first: 0.5, goal: 0.7 },
  prepare: () => Promise.reject(new Error('not run here')),
};

function sample(value: number, p99 = 1): Sample {
  return { value, load: { p50: 0.5, p99, cpuPerRequest: 20, generatorShare: 0.4 } };
}

describe('an outcome', () => {
  it('takes the median of the ratios of the rounds, not the ratio of the medians', () => {
    const rounds = [
      { subject: sample(60), baseline: sample(100) },
      { subject: sample(30), baseline: sample(50) },
      { subject: sample(90), baseline: sample(100) },
    ];
    const { ratio, reached, subject } = outcomeOf(comparison, rounds, []);
    expect(ratio).toEqual({ median: 0.6, min: 0.6, max: 0.9 });
    expect(reached).toBe('first');
    expect(subject.value).toEqual({ median: 60, min: 30, max: 90 });
  });

  it('takes the median of the latencies', () => {
    const rounds = [1, 9, 2].map(p99 => ({ subject: sample(60, p99), baseline: sample(100) }));
    expect(outcomeOf(comparison, rounds, []).subject.p99).toBe(2);
  });

  it('wants more requests, and less time and memory', () => {
    expect(reachedBy(0.7, { first: 0.5, goal: 0.7 }, 'requests per second')).toBe('goal');
    expect(reachedBy(0.49, { first: 0.5, goal: 0.7 }, 'requests per second')).toBe('missed');
    expect(reachedBy(0.7, { first: 0.5, goal: 0.7 }, 'turns per second')).toBe('goal');
    expect(reachedBy(1.5, { first: 3, goal: 1.5 }, 'milliseconds')).toBe('goal');
    expect(reachedBy(2.9, { first: 3, goal: 1.5 }, 'milliseconds')).toBe('first');
    expect(reachedBy(2.1, { first: 2, goal: 1.3 }, 'megabytes')).toBe('missed');
  });

  it('says in the table what was reached, and aloud when the baseline wavered', () => {
    const rounds = [
      { subject: sample(60), baseline: sample(100) },
      { subject: sample(60), baseline: sample(140) },
    ];
    const outcome = outcomeOf(comparison, rounds, ['45 tools']);
    const text = renderResults({ outcomes: [outcome], skipped: [{ name: 'get', reason: 'no store' }], broken: [] });
    expect(text).toMatch(/^echo +ours +theirs +0\.51 +0\.43 to 0\.60 +>= 0\.50 +>= 0\.70 +first \(noisy\)$/m);
    expect(text).toMatch(/^- echo: 45 tools$/m);
    expect(text).toMatch(/^- echo: too noisy to quote, the rounds of the baseline lie 33 % apart \(at most 15 %\)$/m);
    expect(text).toMatch(/^- get: skipped, no store$/m);
    expect(text).toMatch(/^- load generator: 40 % of its core at 120\/s, .*enough for about 300\/s$/m);
  });
});

describe('rounds', () => {
  it('take turns in who goes first', async () => {
    const order: string[] = [];
    const side = (name: string, value: number) => async () => {
      order.push(name);
      return { value };
    };
    const rounds = await playRounds({ baseline: side('A', 1), subject: side('B', 2), stop: async () => {} }, 4);
    expect(order.join('')).toBe('ABBAABBA');
    expect(rounds).toEqual(Array(4).fill({ baseline: { value: 1 }, subject: { value: 2 } }));
  });
});
