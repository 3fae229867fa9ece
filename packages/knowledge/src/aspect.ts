import type { ChatbotAspect } from '@conferbot/chatbots/contract';
import { changeAiConfig, insertAiConfig, readAiConfig } from './ai-config/ai-config-store.ts';
import { articleSnapshots, restoreArticles } from './articles/article-snapshot.ts';
import { removeArticles } from './articles/remove-articles.ts';
import { categorySnapshots, restoreCategories } from './categories/category-snapshot.ts';
import { closeHelpCentre, openHelpCentre } from './help-centre/help-address.ts';
import { readSnapshot } from './knowledge-snapshot.ts';

/** The knowledge base and the AI config of a chatbot, as they are created, copied and removed with it. */
export const knowledgeAspect: ChatbotAspect = {
  name: 'knowledge',
  async create(ctx, chatbotId) {
    await insertAiConfig(ctx, chatbotId);
    await openHelpCentre(ctx, chatbotId);
  },
  async snapshot(ctx, chatbotId) {
    const { enabled, mode, greeting_override } = await readAiConfig(ctx, chatbotId);
    return {
      categories: await categorySnapshots(ctx, chatbotId),
      articles: await articleSnapshots(ctx, chatbotId),
      ai: { enabled, mode, greetingOverride: greeting_override },
    };
  },
  /** Takes what articles say, and not what came of them: metrics, revisions and former addresses begin anew. */
  async restore(ctx, chatbotId, snapshot) {
    const { categories, articles, ai } = readSnapshot(snapshot);
    await changeAiConfig(ctx, chatbotId, ai);
    await openHelpCentre(ctx, chatbotId);
    await restoreArticles(ctx, chatbotId, articles, await restoreCategories(ctx, chatbotId, categories));
  },
  async remove(ctx, chatbotId) {
    const articles = await removeArticles(ctx, chatbotId);
    const categories = await ctx.sql`delete from knowledge_categories where chatbot_id = ${chatbotId} returning id`;
    await closeHelpCentre(ctx, chatbotId);
    await ctx.sql`delete from ai_configs where chatbot_id = ${chatbotId}`;
    return { articles, categories: categories.length };
  },
};
