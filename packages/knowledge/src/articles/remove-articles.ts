import type { CallContext } from '@conferbot/plugin';
import { dropArticles } from '../search/index-article.ts';

/** Removes every article of a chatbot with all that was kept of it, and returns how many there were. */
export async function removeArticles(ctx: CallContext, chatbotId: string): Promise<number> {
  const [removed] = await ctx.sql<{ articles: number }>`
    with gone as (delete from knowledge_articles where chatbot_id = ${chatbotId} returning id),
      slugs as (delete from knowledge_slugs where chatbot_id = ${chatbotId}),
      revisions as (delete from knowledge_revisions where article_id in (select id from gone)),
      readers as (delete from knowledge_readers where article_id in (select id from gone)),
      votes as (delete from knowledge_votes where article_id in (select id from gone))
    select count(*)::int as articles from gone`;
  await dropArticles(ctx, chatbotId);
  return removed?.articles ?? 0;
}
