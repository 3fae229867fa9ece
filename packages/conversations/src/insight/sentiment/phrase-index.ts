import { type SplitWord, wordsOf } from './sentence.ts';

/** What a phrase says: a polarity, a courtesy, a wish for a person. */
export interface Phrase {
  /** From -3 to 3; 0 is a phrase that hides the polarity of its words. */
  readonly value: number;
  readonly role: 'polarity' | 'courtesy' | 'human';
}

/** A phrase that was found, and up to which word it goes. */
export interface FoundPhrase {
  readonly phrase: Phrase;
  readonly end: number;
}

type Part = ReadonlySet<string> | '*';

interface Pattern {
  readonly parts: readonly Part[];
  readonly phrase: Phrase;
}

/** How many words `*` may stand for. */
const widestGap = 2;

/**
 * Phrases by their first words. A phrase is words; `a|b` is either word, `*` is up to two words of which none negates.
 * The longest that fits at a place is found.
 */
export class PhraseIndex {
  readonly #byFirstWord = new Map<string, Pattern[]>();
  readonly #split: SplitWord;
  readonly #closed: ReadonlySet<string>;

  /** `closed` are the words that no `*` stands for. */
  constructor(split: SplitWord, closed: ReadonlySet<string>) {
    this.#split = split;
    this.#closed = closed;
  }

  /** Adds phrases that are separated by semicolons or line ends. */
  add(phrases: string, phrase: Phrase): this {
    for (const written of phrases.split(/[;\n]/)) if (written.trim() !== '') this.#addOne(written.trim(), phrase);
    return this;
  }

  #addOne(written: string, phrase: Phrase): void {
    const parts = written.split(/\s+/).flatMap(part => this.#partsOf(part));
    const [first] = parts;
    if (first === undefined || first === '*') throw new Error(`A phrase starts with a word: ${written}`);
    for (const word of first) {
      const patterns = this.#byFirstWord.get(word) ?? [];
      patterns.push({ parts, phrase });
      this.#byFirstWord.set(word, patterns);
    }
  }

  #partsOf(written: string): Part[] {
    if (written === '*') return ['*'];
    if (written.includes('|')) return [new Set(written.split('|'))];
    return wordsOf(written, this.#split).map(word => new Set([word]));
  }

  /** The longest phrase that starts at the word. */
  find(words: readonly string[], start: number): FoundPhrase | undefined {
    let found: FoundPhrase | undefined;
    for (const { parts, phrase } of this.#byFirstWord.get(words[start] ?? '') ?? []) {
      const end = this.#endOf(parts, 0, words, start);
      if (end !== undefined && end > (found?.end ?? start)) found = { phrase, end };
    }
    return found;
  }

  #endOf(parts: readonly Part[], index: number, words: readonly string[], at: number): number | undefined {
    const part = parts[index];
    if (part === undefined) return at;
    if (part === '*') return this.#endAfterGap(parts, index + 1, words, at);
    const start = index > 0 && words[at] === ',' ? at + 1 : at;
    return part.has(words[start] ?? '') ? this.#endOf(parts, index + 1, words, start + 1) : undefined;
  }

  #endAfterGap(parts: readonly Part[], index: number, words: readonly string[], at: number): number | undefined {
    let open = 0;
    while (open < widestGap && at + open < words.length && !this.#closed.has(words[at + open] ?? '')) open += 1;
    for (let gap = open; gap >= 0; gap -= 1) {
      const end = this.#endOf(parts, index, words, at + gap);
      if (end !== undefined) return end;
    }
    return undefined;
  }
}
