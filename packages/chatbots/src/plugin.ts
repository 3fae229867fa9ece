import { definePlugin, type Plugin, provide } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { completeChatbotId } from './complete-chatbot-id.ts';
import { chatbotCreated, chatbotDeleted, chatbotDirectory, chatbotUpdated } from './contract.ts';
import { directory } from './directory.ts';
import { Chatbot } from './entities/chatbot.ts';
import { migrations } from './migrations/index.ts';
import { chatbotResource } from './resources/chatbot.ts';
import { chatbotsResource } from './resources/chatbots.ts';
import { createChatbot } from './tools/create-chatbot.ts';
import { deleteChatbot } from './tools/delete-chatbot.ts';
import { duplicateChatbot } from './tools/duplicate-chatbot.ts';
import { getChatbot } from './tools/get-chatbot.ts';
import { listChatbots } from './tools/list-chatbots.ts';
import { updateChatbot } from './tools/update-chatbot.ts';

/** The chatbots of a workspace. Other domains hang on them through `chatbotAspect` of the contract. */
export function chatbots(): Plugin {
  return definePlugin({
    id: 'chatbots',
    version: manifest.version,
    tools: [listChatbots, getChatbot, createChatbot, updateChatbot, deleteChatbot, duplicateChatbot],
    resources: [chatbotsResource, chatbotResource],
    completions: [completeChatbotId],
    storage: { entities: [Chatbot], migrations },
    events: [chatbotCreated, chatbotUpdated, chatbotDeleted],
    provides: [provide(chatbotDirectory, directory)],
  });
}
