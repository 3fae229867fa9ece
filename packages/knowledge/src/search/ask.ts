import type { CallContext } from '@conferbot/plugin';
import type { AskedQuestion, AskedWord } from './asked-word.ts';
import { languageOf } from './languages/known-languages.ts';
import type { Language } from './languages/language.ts';
import { guessWords, likeness } from './spelling.ts';
import type { Stems } from './stems.ts';
import { type Stretch, stretchesOf, synonymWords } from './synonyms.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';
import { foldedWords, isPair } from './words.ts';

const longestText = 2_000;
const mostWords = 48;
/** Of words of a language that may have been meant; shorter ones are too close to each other. */
const shortestOfLanguage = 5;
const likelyOfLanguage = 0.9;
const ofSynonym = 0.8;
/** Share of its worth that a word keeps that people put around what they ask for. */
const politeShare = 0.15;
/** Pairs of characters overlap, and many are no word. */
const unknownPairShare = 0.25;

interface Entry {
  readonly word: string;
  readonly own: readonly string[];
  readonly terms: Map<string, number>;
  readonly share: number;
}

/** Reads a question: what its words may be called in the articles of a chatbot, and what each says about it. */
export async function ask(
  ctx: CallContext,
  chatbotId: string,
  text: string,
  locale: string | undefined,
): Promise<AskedQuestion> {
  const all = foldedWords(text.slice(0, longestText)).slice(0, mostWords);
  const language = languageOf(all, locale);
  const vocabulary = await readVocabulary(ctx, chatbotId, language, all);
  const [ownStems = new Map()] = vocabulary.stems;
  const stretches = stretchesOf(all, language, ownStems);
  const entries = stretches.flatMap(stretch => entriesOf(stretch, language, vocabulary));
  const distinct = [...new Map(entries.map(entry => [entry.word, entry])).values()];
  let frequencies = await frequenciesOf(ctx, chatbotId, distinct);
  const unknown = distinct.filter(({ own }) => !own.some(term => frequencies.has(term)));
  if (unknown.length > 0) {
    await addGuesses(ctx, chatbotId, unknown, language, ownStems);
    frequencies = await frequenciesOf(ctx, chatbotId, distinct);
  }
  const words = distinct
    .filter(({ share }) => share > 0)
    .map(entry => askedWord(entry, frequencies, vocabulary.articles));
  return {
    language: language.tag,
    words,
    specific: distinct.some(({ word, share }) => share >= unknownPairShare && word.length > 1),
  };
}

/** One entry for a stretch; words that are in every question have none. */
function entriesOf({ words, synonyms }: Stretch, language: Language, { stems }: Vocabulary): Entry[] {
  const [ownStems] = stems;
  const single = words.length === 1;
  const telling = single ? words.filter(word => !language.functionWords.has(word)) : words;
  const own = telling.flatMap(word => (isStop(word, ownStems) ? [] : stems.flatMap(each => each.get(word) ?? [])));
  if (own.length === 0 && synonyms.size === 0) return [];
  if (single && telling.length === 0) return [];
  const terms = new Map([...synonyms].map(term => [term, ofSynonym]));
  // A phrase is its words together: one of them alone says less.
  const ownFactor = single ? 1 : ofSynonym;
  for (const term of own) if (single || !terms.has(term)) terms.set(term, ownFactor);
  const polite = single && words.every(word => language.politeWords.has(word));
  return [{ word: words.join(' '), own: [...new Set(own)], terms, share: polite ? politeShare : 1 }];
}

function isStop(word: string, stems: Stems | undefined): boolean {
  return stems?.get(word)?.length === 0;
}

/** In how many articles each term of the entries is. */
async function frequenciesOf(
  ctx: CallContext,
  chatbotId: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, number>> {
  const terms = [...new Set(entries.flatMap(entry => [...entry.terms.keys()]))];
  if (terms.length === 0) return new Map();
  const rows = await ctx.sql<{ term: string; articles: number }>`
    select a.term, t.articles
    from unnest(${terms}::text[]) as a(term)
      cross join lateral (
        select count(distinct article_id) as articles from knowledge_terms
        where chatbot_id = ${chatbotId} and term = a.term) as t
    where t.articles > 0`;
  return new Map(rows.map(({ term, articles }) => [term, articles]));
}

/** Takes words that no article has for misspellings, of words of articles first, then of words of the language. */
async function addGuesses(
  ctx: CallContext,
  chatbotId: string,
  unknown: Entry[],
  language: Language,
  stems: Stems,
): Promise<void> {
  const guessed = await guessWords(
    ctx,
    chatbotId,
    unknown.map(({ word }) => word),
  );
  for (const entry of unknown) {
    if (entry.share < 1) continue;
    const guesses = guessed.get(entry.word) ?? [];
    for (const guess of guesses)
      entry.terms.set(guess.term, Math.max(entry.terms.get(guess.term) ?? 0, guess.likeness));
    if (entry.word.includes(' ') || entry.terms.size > entry.own.length) continue;
    const meant = misspeltWord(entry.word, language);
    if (meant === undefined) continue;
    const [stretch] = stretchesOf([meant], language, stems);
    for (const term of stretch?.synonyms ?? []) entry.terms.set(term, ofSynonym * 0.9);
    if (isFiller(meant, language)) Object.assign(entry, { share: politeShare });
  }
}

function isFiller(word: string, { functionWords, politeWords }: Language): boolean {
  return functionWords.has(word) || politeWords.has(word);
}

/** The word of the language that a misspelling is closest to. */
function misspeltWord(word: string, language: Language): string | undefined {
  const known = [...language.functionWords, ...language.politeWords, ...synonymWords(language)];
  const near = known
    .filter(candidate => candidate.length >= shortestOfLanguage && Math.abs(candidate.length - word.length) <= 2)
    .map(candidate => ({ candidate, likeness: likeness(word, candidate) }))
    .filter(guess => guess.likeness >= likelyOfLanguage)
    .sort((one, other) => other.likeness - one.likeness);
  return near[0]?.candidate;
}

function askedWord(
  { word, own, terms, share }: Entry,
  frequencies: ReadonlyMap<string, number>,
  articles: number,
): AskedWord {
  const found = [...terms].filter(([term]) => frequencies.has(term));
  const ownFound = found.filter(([term]) => own.includes(term));
  const counts = (ownFound.length > 0 ? ownFound : found).map(([term]) => frequencies.get(term) ?? 0);
  const count = counts.length === 0 ? 0 : Math.min(...counts);
  const unknownPair = count === 0 && isPair(word);
  return {
    word,
    terms: new Map(found),
    worth: rarity(count, articles) * (unknownPair ? unknownPairShare : share),
  };
}

/** The inverse document frequency of BM25; a word that no article has is as rare as one that a single article has. */
function rarity(found: number, articles: number): number {
  const count = Math.max(1, found);
  return Math.log(1 + (Math.max(articles, count) - count + 0.5) / (count + 0.5));
}
