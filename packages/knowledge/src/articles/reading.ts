import { plainText } from '../markdown/plain-text.ts';

const wordsPerMinute = 200;

/** Words as they are read, in languages that put no spaces between them too. */
export function countWords(markdown: string, locale: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(plainText(markdown))) {
    if (isWordLike === true) words++;
  }
  return words;
}

/** Minutes, rounded up, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.ceil(words / wordsPerMinute));
}
