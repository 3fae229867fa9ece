import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, type Fault, notFound } from '@conferbot/plugin';
import { articleId } from '../contract.ts';
import type { ArticleDetailRow } from './article-view.ts';

/** @throws Fault `not_found`, also for an article of another chatbot */
export async function findArticle(ctx: CallContext, chatbotId: string, id: string): Promise<ArticleDetailRow> {
  const [row] = await ctx.sql<ArticleDetailRow>`
    select id, chatbot_id, category_id, locale, slug, title, description, content, review_status, seo_keywords,
      meta_description, word_count, revision, revised_at, revised_by, views, unique_views, helpful, not_helpful,
      citations, published_at, created_at, updated_at
    from knowledge_articles where id = ${id} and chatbot_id = ${chatbotId}`;
  return row ?? missing(ctx, chatbotId, id);
}

/** The article, locked until the call ends. @throws Fault `not_found`, also for an article of another chatbot */
export async function lockArticle(ctx: CallContext, chatbotId: string, id: string): Promise<ArticleDetailRow> {
  const [row] = await ctx.sql<ArticleDetailRow>`
    select id, chatbot_id, category_id, locale, slug, title, description, content, review_status, seo_keywords,
      meta_description, word_count, revision, revised_at, revised_by, views, unique_views, helpful, not_helpful,
      citations, published_at, created_at, updated_at
    from knowledge_articles where id = ${id} and chatbot_id = ${chatbotId} for update`;
  return row ?? missing(ctx, chatbotId, id);
}

async function missing(ctx: CallContext, chatbotId: string, id: string): Promise<never> {
  await ctx.use(chatbotDirectory).get(chatbotId);
  throw noSuchArticle(id);
}

function noSuchArticle(id: string): Fault {
  return notFound(
    'knowledge article',
    articleId.encode(id),
    'Call list_knowledge_base with the chatbotId to see the articles there are.',
  );
}
