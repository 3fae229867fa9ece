import type { CallContext } from '@conferbot/plugin';
import type { AskedQuestion } from './asked-word.ts';
import { stemsOf } from './stems.ts';
import { foldedWords, wordsIn } from './words.ts';

/** A stretch of a text, in UTF-16 code units, the end exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Tells which words of a text answer to words of a question. */
export interface Matcher {
  marks(text: string): readonly Mark[];
  /** What the text has of the question, by the worth of its words. */
  worth(text: string): number;
}

/** @param texts All texts that the matcher will be asked about. */
export async function matcherOf(
  ctx: CallContext,
  { words }: AskedQuestion,
  texts: readonly { readonly dictionary: string; readonly text: string }[],
): Promise<Matcher> {
  const slots = new Map<string, Map<number, number>>();
  for (const dictionary of new Set(texts.map(({ dictionary: name }) => name))) {
    const own = texts.filter(text => text.dictionary === dictionary).flatMap(({ text }) => foldedWords(text));
    for (const [word, stems] of await stemsOf(ctx, dictionary, own)) {
      for (const [slot, { terms }] of words.entries()) {
        const factor = Math.max(0, ...stems.map(stem => terms.get(stem) ?? 0));
        if (factor > 0) slots.set(word, (slots.get(word) ?? new Map()).set(slot, factor));
      }
    }
  }
  return {
    marks: text => joined(wordsIn(text).filter(({ word }) => slots.has(word))),
    worth(text) {
      const best = new Map<number, number>();
      for (const word of foldedWords(text)) {
        for (const [slot, factor] of slots.get(word) ?? []) best.set(slot, Math.max(best.get(slot) ?? 0, factor));
      }
      return [...best].reduce((sum, [slot, factor]) => sum + factor * (words[slot]?.worth ?? 0), 0);
    },
  };
}

/** Pairs of characters overlap. */
function joined(words: readonly Mark[]): Mark[] {
  const marks: Mark[] = [];
  for (const { start, end } of words) {
    const last = marks.at(-1);
    if (last !== undefined && start < last.end) marks[marks.length - 1] = { start: last.start, end };
    else marks.push({ start, end });
  }
  return marks;
}
