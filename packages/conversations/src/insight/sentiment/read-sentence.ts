import { emojiValue } from './emoji.ts';
import type { Lexicon } from './lexicon.ts';
import type { FoundPhrase } from './phrase-index.ts';
import type { Sentence } from './sentence.ts';
import type { SentimentSignalKind } from './sentiment.ts';

/** One piece of evidence in a text; the value is on the scale of AFINN, mostly from -3 to 3. */
export interface Evidence {
  readonly kind: SentimentSignalKind;
  value: number;
  /** Praise that stands alone before all else, as "great" in "Great, it crashed again". */
  readonly isOpener?: boolean;
}

/** What one sentence says. */
export interface SentenceReading {
  readonly evidence: readonly Evidence[];
  /** Whether it asks for a fact or for something to be done. */
  readonly isRequest: boolean;
  /** Whether what is said before this sentence matters less. */
  readonly contrasts: boolean;
}

/** How many words after a negation are still negated. */
const negationReach = 3;
/** A phrase as bad as this holds in a request as well: "Can you tell me why I was charged twice?" */
const plainSpeech = -3;

/** Reads one sentence from its first word to its last. */
export function readSentence(sentence: Sentence, lexicon: Lexicon): SentenceReading {
  const reader = new SentenceReader(sentence, lexicon);
  for (let at = 0; at < sentence.words.length; ) at = reader.read(at);
  return reader.reading();
}

class SentenceReader {
  readonly #words: readonly string[];
  readonly #sentence: Sentence;
  readonly #lexicon: Lexicon;
  readonly #evidence: Evidence[] = [];
  readonly #isRequest: boolean;
  #negatedUntil = 0;
  #degree = 1;
  #supposed = false;
  #contrasted = false;
  #contrastsFirst = false;

  constructor(sentence: Sentence, lexicon: Lexicon) {
    this.#words = sentence.words;
    this.#sentence = sentence;
    this.#lexicon = lexicon;
    this.#isRequest = isRequest(sentence, lexicon);
  }

  /** Reads at a word and returns where to go on. */
  read(at: number): number {
    const found = this.#lexicon.phrases.find(this.#words, at);
    if (found !== undefined) return this.#readPhrase(at, found);
    this.#readWord(at, this.#words[at] ?? '');
    return at + 1;
  }

  #readPhrase(at: number, { phrase: { role, value }, end }: FoundPhrase): number {
    if (role === 'courtesy') this.#evidence.push({ kind: 'courtesy', value });
    else if (role === 'human') this.#evidence.push({ kind: 'asked_for_human', value: 0 });
    else if (value === 0) this.#evidence.push({ kind: 'neutral_phrase', value: 0 });
    else this.#add('phrase', value > 0 ? this.#negated(value, at, end) : value, at, end);
    return end;
  }

  #readWord(at: number, word: string): void {
    const { words, degrees, negations, contrasts, conditions } = this.#lexicon;
    if (word === ',') this.#endClause(at);
    else if (contrasts.has(word)) this.#contrast(at);
    else if (conditions.has(word)) this.#supposed = true;
    else if (negations.has(word)) this.#negatedUntil = at + 1 + negationReach;
    const degree = degrees.get(word);
    const value = words.get(word) ?? 0;
    if (degree !== undefined) this.#degree = degree;
    else if (value !== 0) this.#add('word', this.#negated(value, at, at + 1), at, at + 1);
  }

  #endClause(at: number): void {
    this.#negatedUntil = at;
    this.#supposed = false;
  }

  #contrast(at: number): void {
    for (const evidence of this.#evidence) evidence.value *= 0.5;
    this.#contrasted = true;
    this.#contrastsFirst ||= at === 0;
    this.#negatedUntil = at;
  }

  /** "Not good" is bad, "not bad" is fair. */
  #negated(value: number, at: number, end: number): number {
    if (at >= this.#negatedUntil && !this.#isNegatedAfter(end)) return value;
    return value > 0 ? value * -0.8 : value * -0.5;
  }

  /** German and French negate after the verb: "das funktioniert immer noch nicht". */
  #isNegatedAfter(end: number): boolean {
    const { lateNegations, contrasts } = this.#lexicon;
    for (const word of this.#words.slice(end, end + negationReach)) {
      if (word === ',' || contrasts.has(word)) return false;
      if (lateNegations.has(word)) return true;
    }
    return false;
  }

  #add(what: 'phrase' | 'word', value: number, at: number, end: number): void {
    let scaled = value * this.#degree * (this.#contrasted ? 1.2 : 1);
    if (this.#sentence.end.includes('!')) scaled *= 1.15;
    if (this.#supposed) scaled *= 0.2;
    else if (this.#isRequest && !(what === 'phrase' && value <= plainSpeech)) scaled *= 0.25;
    this.#degree = 1;
    const isOpener = at === 0 && value > 0 && (this.#words[end] ?? ',') === ',';
    this.#evidence.push({ kind: `${value > 0 ? 'positive' : 'negative'}_${what}`, value: scaled, isOpener });
  }

  reading(): SentenceReading {
    const emoji = emojiEvidence(this.#sentence.emoji);
    const contrasts = this.#contrastsFirst;
    return { evidence: [...this.#evidence, ...emoji], isRequest: this.#isRequest, contrasts };
  }
}

/** Emoji of a text, each kind once: ten of the same are not ten times the mood. */
export function emojiEvidence(emoji: Iterable<string>): Evidence[] {
  return [...new Set(emoji)]
    .map(emojiValue)
    .filter(value => value !== 0)
    .map(value => ({ kind: value > 0 ? 'positive_emoji' : 'negative_emoji', value }));
}

function isRequest({ words, end }: Sentence, { requests, reproaches }: Lexicon): boolean {
  for (const start of clauseStarts(words)) {
    if (reproaches.find(words, start) !== undefined) return false;
    if (requests.find(words, start) !== undefined) return true;
  }
  return end.includes('?');
}

function* clauseStarts(words: readonly string[]): Generator<number> {
  yield 0;
  for (const [index, word] of words.entries()) if (word === ',') yield index + 1;
}
