import type { CallContext } from '@conferbot/plugin';

/** Stems by word; a word that a dictionary leaves out, such as "the", has none. */
export type Stems = ReadonlyMap<string, readonly string[]>;

/** Brings words to their stems. @param dictionary Name of a dictionary of PostgreSQL, see `dictionaryOf`. */
export async function stemsOf(ctx: CallContext, dictionary: string, words: Iterable<string>): Promise<Stems> {
  const distinct = [...new Set(words)];
  if (distinct.length === 0) return new Map();
  const rows = await ctx.sql<{ word: string; stems: readonly string[] | null }>`
    select word, ts_lexize(${dictionary}::text::regdictionary, word) as stems
    from unnest(${distinct}::text[]) as given(word)`;
  return new Map(rows.map(({ word, stems }) => [word, stems ?? [word]]));
}
