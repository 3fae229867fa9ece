import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/insight/language/detect-language.ts';
import { labelledLanguages, labelledLines } from './support/labelled-lines.ts';

/** All lines of a language with 12 letters or more. */
const longLines = (language: string): string[] =>
  (['tuned', 'heldOut'] as const)
    .flatMap(half => labelledLines(language, half))
    .map(({ text }) => text)
    .filter(text => (text.match(/\p{L}/gu)?.length ?? 0) >= 12);

const counted = (language: string, restrictTo?: readonly string[]) => {
  const found = longLines(language).map(text => detectLanguage([text], { restrictTo })?.language ?? null);
  return {
    share: found.filter(got => got === language).length / found.length,
    wrong: found.filter(got => got !== null && got !== language).length / found.length,
  };
};

describe('single lines of 12 letters or more', () => {
  test.each(labelledLanguages)('%s: is found in 95 of 100, and something else in 2 at most', language => {
    const { share, wrong } = counted(language);
    expect(share).toBeGreaterThanOrEqual(0.95);
    expect(wrong).toBeLessThanOrEqual(0.02);
  });

  test.each(labelledLanguages)('%s: is found in 99 of 100 among the languages of a bot', language => {
    expect(counted(language, labelledLanguages).share).toBeGreaterThanOrEqual(0.99);
  });
});

test.each([
  ['it', 'Il mio ordine non è ancora arrivato.'],
  ['pt', 'O meu pedido ainda não chegou.'],
  ['nl', 'Mijn bestelling is nog niet aangekomen.'],
  ['pl', 'Moje zamówienie jeszcze nie dotarło.'],
  ['uk', 'Дякую, тепер усе працює чудово.'],
  ['ja', '注文した商品がまだ届きません。'],
  ['ar', 'كيف يمكنني تغيير كلمة المرور؟'],
])('knows others too: %s', (language, text) => {
  expect(detectLanguage([text])?.language).toBe(language);
});

test('below 12 letters nothing is guessed, in several texts together it may be', () => {
  expect(detectLanguage(['Hallo'])).toBeNull();
  expect(detectLanguage(['Guten Tag', 'Wo ist mein Paket'])?.language).toBe('de');
});

test('nothing is said of what is no language', () => {
  expect(detectLanguage([])).toBeNull();
  expect(detectLanguage(['qqqqqqqqqqqqqqqqqqqqqqq'])).toBeNull();
  expect(detectLanguage(['https://example.com/the/quick/brown/fox jane.doe@example.com 4711-AB'])).toBeNull();
});

test('only a language of the restriction is found, by whatever region', () => {
  const text = 'Gostaria de falar com alguém da equipe';
  expect(detectLanguage([text], { restrictTo: ['pt-BR', 'en'] })?.language).toBe('pt');
  expect(detectLanguage([text], { restrictTo: ['es', 'en-GB'] })?.language).toBe('es');
  expect(detectLanguage([text], { restrictTo: ['ja'] })).toBeNull();
  expect(detectLanguage([text])?.language).toBe('pt');
});

test('is less sure between neighbours', () => {
  const sure = detectLanguage(['Where can I see what I ordered last week?']);
  const unsure = detectLanguage(['Das ist Marketing Software']);
  expect(unsure?.confidence).toBeLessThan(sure?.confidence ?? 0);
});
