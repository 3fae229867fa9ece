import type { CallContext } from '@conferbot/plugin';
import { dictionaryOf } from './languages/known-languages.ts';
import type { Language } from './languages/language.ts';
import { type Stems, stemsOf } from './stems.ts';

/** Words of all synonyms of a language, to be brought to their stems. */
export function synonymWords({ synonyms }: Language): string[] {
  return synonyms.flat().flatMap(phrase => phrase.split(/[ -]/));
}

/** They are the same in every store, and many. */
const stemsByLanguage = new Map<string, Stems>();

/** The stems of all words of the synonyms of a language. */
export async function synonymStems(ctx: CallContext, language: Language): Promise<Stems> {
  const known = stemsByLanguage.get(language.tag);
  if (known !== undefined) return known;
  const stems = await stemsOf(ctx, dictionaryOf(language.tag), synonymWords(language));
  stemsByLanguage.set(language.tag, stems);
  return stems;
}

/** A stretch of a question that is one word or a phrase of synonyms, with the terms that may stand for it. */
export interface Stretch {
  readonly words: readonly string[];
  readonly synonyms: ReadonlySet<string>;
}

/** Cuts words into stretches: the longest phrase of synonyms that begins at a word, else the word alone. */
export function stretchesOf(words: readonly string[], language: Language, stems: Stems): Stretch[] {
  const phrases = phrasesOf(language);
  const found: Stretch[] = [];
  for (let at = 0; at < words.length; ) {
    const fitting = phrases.filter(({ parts }) =>
      parts.every((part, offset) => alike(words[at + offset], part, stems)),
    );
    const length = Math.max(1, ...fitting.map(({ parts }) => parts.length));
    const longest = fitting.filter(({ parts }) => parts.length === length);
    const synonyms = new Set(longest.flatMap(({ index }) => termsOfGroup(language.synonyms[index] ?? [], stems)));
    found.push({ words: words.slice(at, at + length), synonyms });
    at += length;
  }
  return found;
}

interface Phrase {
  readonly parts: readonly string[];
  /** Of its group. */
  readonly index: number;
}

const phrasesByLanguage = new Map<string, readonly Phrase[]>();

function phrasesOf({ tag, synonyms }: Language): readonly Phrase[] {
  const known = phrasesByLanguage.get(tag);
  if (known !== undefined) return known;
  const phrases = synonyms.flatMap((group, index) => group.map(phrase => ({ parts: phrase.split(/[ -]/), index })));
  phrasesByLanguage.set(tag, phrases);
  return phrases;
}

function alike(word: string | undefined, part: string, stems: Stems): boolean {
  if (word === undefined) return false;
  if (word === part) return true;
  const [one] = stems.get(word) ?? [];
  const [other] = stems.get(part) ?? [];
  return one !== undefined && one === other;
}

const particles: ReadonlySet<string> = new Set(['in', 'out', 'up']);

/** A phrase stands for its group only where its verb says it all: "log in" by "log". */
function termsOfGroup(group: readonly string[], stems: Stems): string[] {
  return group.flatMap(phrase => {
    const [first = '', second, ...rest] = phrase.split(/[ -]/);
    const telling = second === undefined || (particles.has(second) && rest.length === 0);
    return telling ? (stems.get(first) ?? []) : [];
  });
}
