import { chatbotAspect, chatbotDirectory, chatbotUpdated } from '@conferbot/chatbots/contract';
import { contribute, definePlugin, on, type Plugin } from '@conferbot/plugin';
import { changesAspect } from './aspect.ts';
import { ChatbotChange } from './entities/chatbot-change.ts';
import { migrations } from './migrations/index.ts';
import { recordChange } from './record-change.ts';
import { listChatbotChanges } from './tools/list-chatbot-changes.ts';

/** Remembers how chatbots were changed. */
export function acmeChanges(): Plugin {
  return definePlugin({
    id: 'acme-changes',
    version: '1.0.0',
    tools: [listChatbotChanges],
    storage: { entities: [ChatbotChange], migrations },
    subscriptions: [on(chatbotUpdated, 'record-change', recordChange)],
    contributes: [contribute(chatbotAspect, changesAspect)],
    requires: [chatbotDirectory],
  });
}
