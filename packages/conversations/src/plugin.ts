import { chatbotAspect, chatbotDirectory } from '@conferbot/chatbots/contract';
import { flowLibrary, flowPublished } from '@conferbot/flows/contract';
import { contribute, definePlugin, on, type Plugin, provide } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { agentRoutes } from './agent/routes.ts';
import { conversationAspect, openAddress } from './aspect.ts';
import { chatRoutes } from './chat/routes.ts';
import {
  conversationChanged,
  conversationCompleted,
  conversationDesk,
  conversationHandover,
  conversationHistory,
  conversationStarted,
  responseCreated,
  responseUpdated,
  ticketCreated,
} from './contract.ts';
import { portsOf } from './effects/ports.ts';
import { entities } from './entities/index.ts';
import { History } from './history/history.ts';
import { migrations } from './migrations/index.ts';
import type { ConversationsOptions } from './options.ts';
import { conversationsResource } from './resources/conversations.ts';
import { chatDeps } from './runtime/chat-deps.ts';
import { cleanConversations } from './runtime/clean-conversations.ts';
import { Desk } from './runtime/desk.ts';
import { lookAfterConversations } from './runtime/look-after.ts';
import { getConversation } from './tools/get-conversation.ts';
import { getConversationAnalytics } from './tools/get-conversation-analytics.ts';
import { getConversationSummary } from './tools/get-conversation-summary.ts';
import { getResponse } from './tools/get-response.ts';
import { listConversations } from './tools/list-conversations.ts';
import { listResponses } from './tools/list-responses.ts';
import { listTickets } from './tools/list-tickets.ts';

/** The conversations of visitors with chatbots: what they say, what they answer, when a person is wanted. */
export function conversations(options: ConversationsOptions): Plugin {
  const deps = chatDeps(options, portsOf(options));
  return definePlugin({
    id: 'conversations',
    version: manifest.version,
    tools: [
      listResponses,
      getResponse,
      listConversations,
      getConversation,
      getConversationAnalytics,
      listTickets,
      getConversationSummary,
    ],
    resources: [conversationsResource],
    storage: {
      entities,
      migrations,
      rights: { worker: { chat_addresses: ['select'], conversation_alarms: ['select'] } },
    },
    events: [
      conversationStarted,
      conversationCompleted,
      responseCreated,
      responseUpdated,
      conversationHandover,
      ticketCreated,
      conversationChanged,
    ],
    // Chatbots that were there before this plugin get their address when they go live.
    subscriptions: [on(flowPublished, 'open-address', (event, ctx) => openAddress(ctx, event.payload.chatbotId))],
    provides: [
      provide(conversationDesk, ctx => new Desk(ctx, deps)),
      provide(conversationHistory, ctx => new History(ctx)),
    ],
    contributes: [contribute(chatbotAspect, conversationAspect)],
    requires: [chatbotDirectory, flowLibrary],
    routes: [...chatRoutes(deps), ...agentRoutes],
    jobs: [lookAfterConversations(deps), cleanConversations],
  });
}
