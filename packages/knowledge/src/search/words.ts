import { fold } from './fold.ts';

/** A word of a text, as it is looked up, and where it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const longestWord = 64;
/** A single letter and a hyphen belong to the word: `e-mail` is `email`. */
const word = /(?<![\p{L}\p{N}])\p{L}-\p{L}[\p{L}\p{M}\p{N}]*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/** Words in their order; where a script puts no spaces between words, each two characters that follow each other. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    if (found.search(unspaced) < 0) return plainWord(found, index);
    const parts: Word[] = [];
    let at = 0;
    for (const run of found.matchAll(unspaced)) {
      if (run.index > at) parts.push(...plainWord(found.slice(at, run.index), index + at));
      parts.push(...pairs(run[0], index + run.index));
      at = run.index + run[0].length;
    }
    return at < found.length ? [...parts, ...plainWord(found.slice(at), index + at)] : parts;
  });
}

/** The words alone. */
export function foldedWords(text: string): string[] {
  return wordsIn(text).map(({ word: folded }) => folded);
}

/** Whether a word comes of a script without spaces. */
export function isPair(folded: string): boolean {
  return folded.search(unspaced) === 0;
}

function plainWord(text: string, start: number): Word[] {
  const folded = fold(text.replace('-', '')).slice(0, longestWord);
  return folded === '' ? [] : [{ word: folded, start, end: start + text.length }];
}

function pairs(run: string, start: number): Word[] {
  const characters = [...run];
  if (characters.length === 1) return [{ word: fold(run), start, end: start + run.length }];
  const found: Word[] = [];
  let at = start;
  for (const [index, first] of characters.slice(0, -1).entries()) {
    const pair = first + (characters[index + 1] ?? '');
    found.push({ word: fold(pair), start: at, end: at + pair.length });
    at += first.length;
  }
  return found;
}
