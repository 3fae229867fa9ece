import type { CallContext } from '@conferbot/plugin';
import { dropOpenQuestions } from '../answering/open-questions.ts';
import { cleanMarkdown } from '../markdown/clean-markdown.ts';
import { sectionsOf } from '../markdown/sections.ts';
import { insertTerms } from './insert-terms.ts';
import { dictionaryOf } from './languages/known-languages.ts';
import type { SearchedArticle } from './searched-article.ts';

const mostSections = 200;

/** Makes an article findable as it is now, or no longer where it is not published. */
export async function indexArticle(ctx: CallContext, article: SearchedArticle): Promise<void> {
  const { articleId, chatbotId, title, locale } = article;
  await lockIndex(ctx, chatbotId);
  const removed = await removeArticle(ctx, articleId);
  if (article.published) {
    const sections = withContent(article);
    const dictionary = dictionaryOf(locale);
    await ctx.sql`
      insert into knowledge_sections
        (workspace_id, article_id, ordinal, chatbot_id, locale, dictionary, title, heading, anchor, body)
      select ${ctx.workspace.id}::uuid, ${articleId}::uuid, ordinal - 1, ${chatbotId}::uuid, ${locale}::text,
        ${dictionary}::text, ${title}::text, nullif(heading, ''), nullif(anchor, ''), body
      from unnest(${sections.map(({ heading }) => heading ?? '')}::text[],
        ${sections.map(({ anchor }) => anchor ?? '')}::text[],
        ${sections.map(({ body }) => body)}::text[]) with ordinality as s(heading, anchor, body, ordinal)`;
    await insertTerms(ctx, article, dictionary, sections);
  }
  await forgetWords(ctx, chatbotId, removed);
}

/** Forgets all articles of a chatbot and the questions that none of them answered; returns how many articles there were. */
export async function dropArticles(ctx: CallContext, chatbotId: string): Promise<number> {
  await lockIndex(ctx, chatbotId);
  await ctx.sql`delete from knowledge_terms where chatbot_id = ${chatbotId}`;
  await ctx.sql`delete from knowledge_words where chatbot_id = ${chatbotId}`;
  await dropOpenQuestions(ctx, chatbotId);
  const rows = await ctx.sql<{ ordinal: number }>`
    delete from knowledge_sections where chatbot_id = ${chatbotId} returning ordinal`;
  return rows.filter(({ ordinal }) => ordinal === 0).length;
}

/** An article without text is found by its title. */
function withContent({ content }: SearchedArticle) {
  const sections = sectionsOf(cleanMarkdown(content)).slice(0, mostSections);
  return sections.length > 0 ? sections : [{ heading: null, anchor: null, body: '' }];
}

/** Articles of a chatbot are indexed one after the other: they share its words. */
async function lockIndex(ctx: CallContext, chatbotId: string): Promise<void> {
  await ctx.sql`select pg_advisory_xact_lock(hashtextextended(${chatbotId}, 0))`;
}

async function removeArticle(ctx: CallContext, articleId: string): Promise<string[]> {
  await ctx.sql`delete from knowledge_sections where article_id = ${articleId}`;
  const rows = await ctx.sql<{ term: string }>`
    delete from knowledge_terms where article_id = ${articleId} returning term`;
  return [...new Set(rows.map(({ term }) => term))];
}

/** Words whose terms no article has any more. */
async function forgetWords(ctx: CallContext, chatbotId: string, terms: readonly string[]): Promise<void> {
  if (terms.length === 0) return;
  await ctx.sql`
    delete from knowledge_words w where chatbot_id = ${chatbotId} and term = any(${terms}::text[])
      and not exists (select from knowledge_terms t where t.chatbot_id = ${chatbotId} and t.term = w.term)`;
}
