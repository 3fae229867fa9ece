import { type Phrase, PhraseIndex } from './phrase-index.ts';
import type { SplitWord } from './sentence.ts';

/** What a language is read by. */
export interface Lexicon {
  readonly split: SplitWord;
  readonly words: ReadonlyMap<string, number>;
  readonly phrases: PhraseIndex;
  /** Words that negate what comes next. */
  readonly negations: ReadonlySet<string>;
  /** Words that negate what came before as well. */
  readonly lateNegations: ReadonlySet<string>;
  /** Words that make the next ones stronger (above 1) or weaker. */
  readonly degrees: ReadonlyMap<string, number>;
  /** Words after which the rest counts more, as "but". */
  readonly contrasts: ReadonlySet<string>;
  /** Words after which things are only supposed, as "if". */
  readonly conditions: ReadonlySet<string>;
  /** The first words of a sentence that asks for a fact or for something to be done. */
  readonly requests: PhraseIndex;
  /** The first words of a question that complains rather than asks, as "why". */
  readonly reproaches: PhraseIndex;
}

/** A lexicon as it is written: words by spaces, phrases by semicolons or lines (see {@link PhraseIndex}). */
export interface WrittenLexicon {
  readonly split: SplitWord;
  readonly words: Iterable<readonly [string, number]>;
  readonly negations: string;
  readonly lateNegations?: string;
  readonly degrees: Iterable<readonly [string, number]>;
  readonly contrasts: string;
  readonly conditions: string;
  readonly requests: string;
  readonly reproaches: string;
  /** Phrases and what they are worth. */
  readonly phrases: Iterable<readonly [string, number]>;
  readonly courtesies: string;
  readonly asksForHuman: string;
}

/** Makes a lexicon ready to be read by. */
export function lexicon(written: WrittenLexicon): Lexicon {
  const { split } = written;
  const negations = new Set(listed(written.negations));
  const contrasts = new Set(listed(written.contrasts));
  const closed = new Set([...negations, ...contrasts, ',']);
  const phrases = new PhraseIndex(split, closed);
  for (const [list, value] of written.phrases) phrases.add(list, polarity(value));
  phrases.add(written.courtesies, { value: 2, role: 'courtesy' });
  phrases.add(written.asksForHuman, { value: 0, role: 'human' });
  return {
    split,
    words: new Map(written.words),
    phrases,
    negations,
    lateNegations: new Set(listed(written.lateNegations ?? '')),
    degrees: new Map(written.degrees),
    contrasts,
    conditions: new Set(listed(written.conditions)),
    requests: new PhraseIndex(split, closed).add(written.requests, polarity(0)),
    reproaches: new PhraseIndex(split, closed).add(written.reproaches, polarity(0)),
  };
}

/** The words of lists, each with the value that its list has. */
export function* valued(lists: Iterable<readonly [string, number]>): Generator<readonly [string, number]> {
  for (const [list, value] of lists) for (const word of listed(list)) yield [word, value];
}

const listed = (text: string): string[] => text.trim().split(/\s+/);

const polarity = (value: number): Phrase => ({ value, role: 'polarity' });
