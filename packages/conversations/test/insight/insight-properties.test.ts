import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversationTimes } from '../../src/insight/conversation-times.ts';
import { detectLanguage } from '../../src/insight/language/detect-language.ts';
import { scoreSentiment } from '../../src/insight/sentiment/score-sentiment.ts';
import type { SpokenMessage } from '../../src/insight/spoken-message.ts';
import { labelledLanguages, labelledLines } from './support/labelled-lines.ts';
import { visitorSaid } from './support/said.ts';

const parameters = { numRuns: 300, seed: 1 };

const lines = labelledLanguages.flatMap(language => labelledLines(language, 'tuned').map(({ text }) => text));
const text = fc.oneof(
  fc.constantFrom(...lines),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '\ud83d', '!!!???', "n't 's '", ', , ,', 'constructor __proto__ toString', '👍🏽👩‍👩‍👧 :) :-('),
);
const messages: fc.Arbitrary<SpokenMessage[]> = fc.array(
  fc.record({
    from: fc.constantFrom('visitor', 'bot', 'agent'),
    text,
    at: fc.oneof({ arbitrary: fc.date({ noInvalidDate: true }), weight: 9 }, fc.date()),
  }),
  { maxLength: 12 },
);
const number = fc.option(fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double()), { nil: undefined });
const context = fc.record({
  language: fc.option(fc.constantFrom('en', 'de-CH', 'es', 'FR', 'pt', '', '-', 'x-klingon'), { nil: undefined }),
  invalidReplies: number,
  askedForHuman: number,
  unhelpfulVotes: number,
  repeatedQuestions: number,
  rating: number,
});

describe('any conversation', () => {
  test('gets a score within range that its signals add up to, the same each time', () => {
    const scores = fc.property(messages, context, (said, given) => {
      const sentiment = scoreSentiment(said, given);
      expect(scoreSentiment(said, given)).toEqual(sentiment);
      const { label, score, confidence, signals } = sentiment;
      expect(Math.abs(score)).toBeLessThanOrEqual(1);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      if (label === 'unknown') {
        expect(score).toBe(0);
        return;
      }
      expect(label).toBe(score >= 0.2 ? 'positive' : score <= -0.2 ? 'negative' : 'neutral');
      const sum = signals.reduce((total, { weight }) => total + weight, 0);
      expect(Math.max(-1, Math.min(1, sum))).toBeCloseTo(score, 1);
    });
    fc.assert(scores, parameters);
  });

  test('never feels better for a worse rating', () => {
    const rates = fc.property(messages, context, fc.integer({ min: 1, max: 4 }), (said, given, rating) => {
      const worse = scoreSentiment(said, { ...given, rating });
      expect(worse.score).toBeLessThanOrEqual(scoreSentiment(said, { ...given, rating: rating + 1 }).score);
    });
    fc.assert(rates, parameters);
  });

  test('is in one language or in none', () => {
    const detects = fc.property(fc.array(text), fc.option(fc.constant(['en', 'de'])), (texts, only) => {
      const found = detectLanguage(texts, { restrictTo: only ?? undefined });
      if (found === null) return;
      expect(found.language).toMatch(only === null ? /^[a-z]{2}$/ : /^(en|de)$/);
      expect(found.confidence).toBeGreaterThanOrEqual(0);
      expect(found.confidence).toBeLessThanOrEqual(1);
    });
    fc.assert(detects, parameters);
  });

  test('takes no less than no time, and whom it waits for is its whole duration', () => {
    const times = fc.property(messages, fc.array(fc.date()), fc.option(fc.date()), (said, handedOverAt, now) => {
      const result = conversationTimes(said, { handedOverAt, now: now ?? undefined });
      const { durationSeconds, activeSeconds, visitorSeconds, botSeconds, waitingForHumanSeconds } = result;
      expect(visitorSeconds + botSeconds + waitingForHumanSeconds).toBe(durationSeconds);
      for (const seconds of [activeSeconds, visitorSeconds, botSeconds, waitingForHumanSeconds]) {
        expect(seconds).toBeGreaterThanOrEqual(0);
      }
      expect(activeSeconds).toBeLessThanOrEqual(durationSeconds);
    });
    fc.assert(times, parameters);
  });
});

describe('a huge conversation', () => {
  test.each([
    ['ten thousand messages', Array.from({ length: 10_000 }, (_, index) => lines[index % lines.length] ?? '')],
    ['a megabyte of one letter', ['a'.repeat(1_000_000)]],
    ['a megabyte of words that start phrases', ['not it is the third '.repeat(50_000)]],
    ['a megabyte of marks', ["?!'.,".repeat(200_000)]],
    ['a megabyte of emoji', ['😡'.repeat(250_000)]],
  ])('is read: %s', (_, texts) => {
    for (const language of ['en', undefined]) {
      expect(Math.abs(scoreSentiment(visitorSaid(...texts), { language }).score)).toBeLessThanOrEqual(1);
    }
    detectLanguage(texts);
  });
});
