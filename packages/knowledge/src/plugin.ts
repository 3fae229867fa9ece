import { chatbotAspect, chatbotDirectory } from '@conferbot/chatbots/contract';
import { questionAnswerer } from '@conferbot/conversations/contract';
import { contribute, definePlugin, type Plugin, provide } from '@conferbot/plugin';
import { helpCentre } from '@conferbot/widget/contract';
import manifest from '../package.json' with { type: 'json' };
import { createAnswerer } from './answering/answerer.ts';
import { hasPublishedArticles } from './articles/article-list.ts';
import { knowledgeAspect } from './aspect.ts';
import { entities } from './entities/index.ts';
import { migrations } from './migrations/index.ts';
import { type KnowledgeOptions, publicUrlOf } from './options.ts';
import { setupKnowledgeBase } from './prompts/setup-knowledge-base.ts';
import { publicRoutes } from './routes/public-routes.ts';
import { createKnowledgeArticle } from './tools/create-knowledge-article.ts';
import { createKnowledgeCategory } from './tools/create-knowledge-category.ts';
import { getAiConfig } from './tools/get-ai-config.ts';
import { getKnowledgeArticle } from './tools/get-knowledge-article.ts';
import { listKnowledgeBase } from './tools/list-knowledge-base.ts';
import { listKnowledgeCategories } from './tools/list-knowledge-categories.ts';
import { updateAiConfig } from './tools/update-ai-config.ts';
import { updateKnowledgeArticle } from './tools/update-knowledge-article.ts';

/** What chatbots know: articles in categories, answers that cite them, and who answers what a flow cannot use. */
export function knowledge(options: KnowledgeOptions): Plugin {
  return definePlugin({
    id: 'knowledge',
    version: manifest.version,
    tools: [
      listKnowledgeBase,
      getKnowledgeArticle,
      createKnowledgeArticle,
      updateKnowledgeArticle,
      listKnowledgeCategories,
      createKnowledgeCategory,
      getAiConfig(options),
      updateAiConfig(options),
    ],
    prompts: [setupKnowledgeBase(options)],
    storage: { entities, migrations, rights: { worker: { help_addresses: ['select'] } } },
    provides: [
      provide(helpCentre, ctx => ({ hasArticles: chatbotId => hasPublishedArticles(ctx, chatbotId) })),
      provide(questionAnswerer, createAnswerer),
    ],
    contributes: [contribute(chatbotAspect, knowledgeAspect)],
    requires: [chatbotDirectory],
    routes: publicRoutes({ publicUrl: publicUrlOf(options) }),
  });
}
