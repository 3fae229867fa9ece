import type { CallContext } from '@conferbot/plugin';
import { dictionaryOf } from './languages/known-languages.ts';
import type { Language } from './languages/language.ts';
import { type Stems, stemsOf } from './stems.ts';
import { synonymStems } from './synonyms.ts';

const mostDictionaries = 4;

/** What the words of a question are in the languages of a chatbot's articles. */
export interface Vocabulary {
  /** The one that the language of the question has, first. */
  readonly stems: readonly Stems[];
  readonly articles: number;
}

/** @param words Of the question */
export async function readVocabulary(
  ctx: CallContext,
  chatbotId: string,
  language: Language,
  words: readonly string[],
): Promise<Vocabulary> {
  const rows = await ctx.sql<{ dictionary: string; articles: number }>`
    select dictionary, count(*) as articles from knowledge_sections
    where chatbot_id = ${chatbotId} and ordinal = 0 group by dictionary order by count(*) desc`;
  const own = dictionaryOf(language.tag);
  const others = rows.map(({ dictionary }) => dictionary).filter(dictionary => dictionary !== own);
  const stems: Stems[] = [new Map([...(await synonymStems(ctx, language)), ...(await stemsOf(ctx, own, words))])];
  for (const dictionary of others.slice(0, mostDictionaries)) stems.push(await stemsOf(ctx, dictionary, words));
  return { stems, articles: rows.reduce((sum, { articles }) => sum + articles, 0) };
}
