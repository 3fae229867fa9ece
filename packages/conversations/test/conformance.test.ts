import { conformance } from '@conferbot/testing';
import { conversationId as conversationIds, responseId as responseIds } from '../src/contract.ts';
import { conversations } from '../src/index.ts';
import { historyKeeper } from './support/history.ts';
import { conversationOptions, conversationPlugins } from './support/plugins.ts';

conformance({
  plugin: () => conversations(conversationOptions()),
  beside: () => [...conversationPlugins().filter(({ id }) => id !== 'conversations'), historyKeeper()],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    const { id } = await workspace.call<{ id: string }>('remember_conversation', {
      chatbotId,
      past: {
        at: Date.now() - 60_000,
        seconds: 30,
        status: 'abandoned',
        rating: 2,
        handover: true,
        messages: [
          { from: 'bot', text: 'How can I help?' },
          { from: 'visitor', text: 'This is terrible, nothing works and I want my money back.' },
        ],
        answers: [{ key: 'question', value: 'Refund' }],
        visits: [{ nodeId: 'ask', nodeType: 'ask-custom-question-node', seconds: null }],
        ticket: {},
      },
    });
    const [conversationId, responseId] = [conversationIds.encode(id), responseIds.encode(id)];
    return {
      list_responses: { chatbotId, startDate: '2020-01-01', timezone: 'Europe/Berlin' },
      get_response: { chatbotId, responseId },
      list_conversations: { chatbotId, status: 'abandoned', channel: 'web', endDate: '2100-01-01' },
      get_conversation: { chatbotId, conversationId },
      get_conversation_analytics: { chatbotId, conversationId },
      list_tickets: { chatbotId, status: 'open' },
      get_conversation_summary: { chatbotId, days: 7 },
    };
  },
});
