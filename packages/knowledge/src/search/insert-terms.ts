import type { CallContext } from '@conferbot/plugin';
import { plainText } from '../markdown/plain-text.ts';
import type { Section } from '../markdown/sections.ts';
import { languageOfLocale } from './languages/known-languages.ts';
import { letterSignature } from './letter-signature.ts';
import type { SearchedArticle } from './searched-article.ts';
import { type Stems, stemsOf } from './stems.ts';
import { foldedWords } from './words.ts';

/** How much it says about a section that a word is in its title, and so on; a word in the text counts 1. */
const inTitle = 3;
const inHeading = 2;
const inSummary = 1.5;
/** Words of a section of usual length, and how much the words of a longer one count less. */
const usualLength = 80;
const lengthShare = 0.4;

interface Fields {
  readonly title: readonly string[];
  readonly summary: readonly string[];
  readonly sections: readonly { readonly heading: readonly string[]; readonly body: readonly string[] }[];
}

/** Writes which terms each section is found by, and the words that misspellings are compared with. */
export async function insertTerms(
  ctx: CallContext,
  article: SearchedArticle,
  dictionary: string,
  sections: readonly Section[],
): Promise<void> {
  const fields = fieldsOf(article, sections);
  const words = [fields.title, fields.summary, ...fields.sections.flatMap(({ heading, body }) => [heading, body])];
  const stems = await stemsOf(ctx, dictionary, words.flat());
  const rows = fields.sections.flatMap((section, ordinal) =>
    [...weights(fields, section, stems)].map(([term, weight]) => ({ term, weight, ordinal })),
  );
  await ctx.sql`
    insert into knowledge_terms (workspace_id, chatbot_id, term, article_id, ordinal, weight)
    select ${ctx.workspace.id}::uuid, ${article.chatbotId}::uuid, term, ${article.articleId}::uuid, ordinal, weight
    from unnest(${rows.map(({ term }) => term)}::text[], ${rows.map(({ ordinal }) => ordinal)}::int[],
      ${rows.map(({ weight }) => weight)}::float8[]) as t(term, ordinal, weight)`;
  await insertWords(ctx, article.chatbotId, stems);
}

async function insertWords(ctx: CallContext, chatbotId: string, stems: Stems): Promise<void> {
  const rows = [...stems].flatMap(([word, terms]) => terms.map(term => ({ word, term })));
  await ctx.sql`
    insert into knowledge_words (workspace_id, chatbot_id, word, term, signature)
    select ${ctx.workspace.id}::uuid, ${chatbotId}::uuid, word, term, signature
    from unnest(${rows.map(({ word }) => word)}::text[], ${rows.map(({ term }) => term)}::text[],
      ${rows.map(({ word }) => letterSignature(word))}::int[]) as w(word, term, signature)
    on conflict do nothing`;
}

function fieldsOf(article: SearchedArticle, sections: readonly Section[]): Fields {
  const language = languageOfLocale(article.locale);
  const words = (text: string) => foldedWords(text).filter(word => !language?.functionWords.has(word));
  return {
    title: words(article.title),
    summary: words([article.description, ...article.keywords].join('\n')),
    sections: sections.map(({ heading, body }) => ({ heading: words(heading ?? ''), body: words(plainText(body)) })),
  };
}

function weights(
  { title, summary }: Fields,
  { heading, body }: Fields['sections'][number],
  stems: Stems,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (words: Iterable<string>, weight: number) => {
    for (const word of words) {
      for (const term of stems.get(word) ?? []) found.set(term, (found.get(term) ?? 0) + weight);
    }
  };
  const distinct = (words: readonly string[]) => new Set(words);
  add(distinct(title), inTitle);
  add(distinct(summary), inSummary);
  add(distinct(heading), inHeading);
  add(body, 1 / (1 - lengthShare + (lengthShare * body.length) / usualLength));
  return found;
}
