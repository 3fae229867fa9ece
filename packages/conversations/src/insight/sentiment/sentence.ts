/** One sentence as the lexicons read it. */
export interface Sentence {
  /** Lower-case words; a comma is a word of its own. */
  readonly words: readonly string[];
  /** What ended it, such as `?` or `!!!`; empty at the end of a line. */
  readonly end: string;
  readonly emoji: readonly string[];
  /** Several words, (nearly) all in capitals. */
  readonly shouted: boolean;
}

/** Splits a lower-case word into those that the phrases are written with, as `can't` into `can not`. */
export type SplitWord = (word: string) => readonly string[];

/** A reply is never longer (the engine refuses it); what is beyond is not read. */
const longestRead = 10_000;

const pieces =
  /\p{Extended_Pictographic}|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*'?|[.!?…;\n]+|,|[:;=]-?[()D](?![\p{L}\p{N}])/gu;

const smileys: Readonly<Record<string, string>> = { ')': '🙂', D: '😀', '(': '🙁' };

/** Reads a text as sentences, at most 10,000 characters of it. */
export function sentencesOf(text: string, split: SplitWord): Sentence[] {
  const sentences: Sentence[] = [];
  let draft = new SentenceDraft(split);
  for (const [piece] of text
    .slice(0, longestRead)
    .replace(/[’‘`´]/g, "'")
    .matchAll(pieces)) {
    if (/^[.!?…;\n]/u.test(piece)) {
      if (draft.isEmpty) continue;
      sentences.push(draft.ended(piece.trim()));
      draft = new SentenceDraft(split);
    } else draft.add(piece);
  }
  if (!draft.isEmpty) sentences.push(draft.ended(''));
  return sentences;
}

/** The words of a phrase or a text, without its sentences. */
export function wordsOf(text: string, split: SplitWord): string[] {
  return sentencesOf(text, split).flatMap(({ words }) => words.filter(word => word !== ','));
}

class SentenceDraft {
  readonly #words: string[] = [];
  readonly #emoji: string[] = [];
  readonly #split: SplitWord;
  #capitals = 0;
  #written = 0;

  constructor(split: SplitWord) {
    this.#split = split;
  }

  get isEmpty(): boolean {
    return this.#words.length === 0 && this.#emoji.length === 0;
  }

  add(piece: string): void {
    if (/^\p{Extended_Pictographic}/u.test(piece)) this.#emoji.push(piece);
    else if (/^[:;=]/.test(piece)) this.#emoji.push(smileys[piece.slice(-1)] ?? '🙂');
    else this.#addWord(piece);
  }

  #addWord(word: string): void {
    if (/\p{L}{2}/u.test(word)) {
      this.#written += 1;
      if (word === word.toUpperCase() && word !== word.toLowerCase()) this.#capitals += 1;
    }
    this.#words.push(...this.#split(word.toLowerCase()));
  }

  ended(end: string): Sentence {
    const shouted = this.#capitals >= 3 && this.#capitals >= this.#written * 0.7;
    return { words: this.#words, end, emoji: this.#emoji, shouted };
  }
}
