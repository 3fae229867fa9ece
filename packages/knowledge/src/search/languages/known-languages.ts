import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import type { Language } from './language.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** The first is spoken where nothing is known of a visitor. */
export const knownLanguages: readonly [Language, ...Language[]] = [
  english,
  german,
  spanish,
  french,
  italian,
  portuguese,
  dutch,
];

/** @param locale BCP 47 */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  const tag = primaryTag(locale ?? '');
  return knownLanguages.find(language => language.tag === tag);
}

/**
 * The language that a question is written in, by its function words; where they do not tell, the one of the locale,
 * and at last English.
 */
export function languageOf(words: readonly string[], locale: string | undefined): Language {
  const own = languageOfLocale(locale);
  const counts = knownLanguages.map(language => ({
    language,
    count: words.filter(word => language.functionWords.has(word)).length + (language === own ? 0.5 : 0),
  }));
  const best = counts.reduce((first, second) => (second.count > first.count ? second : first));
  return best.count >= 1 ? best.language : (own ?? knownLanguages[0]);
}

/** Languages whose words PostgreSQL brings to their stems. */
const dictionaries: Readonly<Record<string, string>> = {
  ar: 'arabic_stem',
  ca: 'catalan_stem',
  da: 'danish_stem',
  de: 'german_stem',
  el: 'greek_stem',
  en: 'english_stem',
  es: 'spanish_stem',
  eu: 'basque_stem',
  fi: 'finnish_stem',
  fr: 'french_stem',
  ga: 'irish_stem',
  hi: 'hindi_stem',
  hu: 'hungarian_stem',
  hy: 'armenian_stem',
  id: 'indonesian_stem',
  it: 'italian_stem',
  lt: 'lithuanian_stem',
  nb: 'norwegian_stem',
  ne: 'nepali_stem',
  nl: 'dutch_stem',
  nn: 'norwegian_stem',
  no: 'norwegian_stem',
  pt: 'portuguese_stem',
  ro: 'romanian_stem',
  ru: 'russian_stem',
  sr: 'serbian_stem',
  sv: 'swedish_stem',
  ta: 'tamil_stem',
  tr: 'turkish_stem',
  yi: 'yiddish_stem',
};

/** The dictionary of PostgreSQL for a locale; `simple` keeps words as they are. @param locale BCP 47 */
export function dictionaryOf(locale: string): string {
  return dictionaries[primaryTag(locale)] ?? 'simple';
}

function primaryTag(locale: string): string {
  return locale.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
