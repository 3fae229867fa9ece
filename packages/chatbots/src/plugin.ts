import { definePlugin, type Plugin, provide } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { completeChatbotId } from './complete-chatbot-id.ts';
import { chatbotCreated, chatbotDeleted, chatbotDirectory, chatbotUpdated } from './contract.ts';
import { directory } from './directory.ts';
import { Chatbot } from './entities/chatbot.ts';
import { exportRoute } from './export/export-route.ts';
import { importRoute } from './export/import-route.ts';
import { migrations } from './migrations/index.ts';
import type { ChatbotsOptions } from './options.ts';
import { chatbotResource } from './resources/chatbot.ts';
import { chatbotsResource } from './resources/chatbots.ts';
import { TemplateShelf } from './templates/template-shelf.ts';
import { createChatbot } from './tools/create-chatbot.ts';
import { createFromTemplate } from './tools/create-from-template.ts';
import { deleteChatbot } from './tools/delete-chatbot.ts';
import { duplicateChatbot } from './tools/duplicate-chatbot.ts';
import { exportChatbot } from './tools/export-chatbot.ts';
import { getChatbot } from './tools/get-chatbot.ts';
import { getTemplateCategories } from './tools/get-template-categories.ts';
import { listChatbots } from './tools/list-chatbots.ts';
import { listTemplates } from './tools/list-templates.ts';
import { updateChatbot } from './tools/update-chatbot.ts';

/** The chatbots of a workspace. Other domains hang on them through `chatbotAspect` of the contract. */
export function chatbots({ templates }: ChatbotsOptions = {}): Plugin {
  const shelf = new TemplateShelf(templates ?? { categories: [], templates: [] });
  return definePlugin({
    id: 'chatbots',
    version: manifest.version,
    tools: [
      listChatbots,
      getChatbot,
      createChatbot,
      updateChatbot,
      deleteChatbot,
      duplicateChatbot,
      exportChatbot,
      listTemplates(shelf),
      getTemplateCategories(shelf),
      createFromTemplate(shelf),
    ],
    resources: [chatbotsResource, chatbotResource],
    completions: [completeChatbotId],
    storage: { entities: [Chatbot], migrations },
    events: [chatbotCreated, chatbotUpdated, chatbotDeleted],
    provides: [provide(chatbotDirectory, directory)],
    routes: [exportRoute, importRoute],
  });
}
