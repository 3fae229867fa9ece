import { conformance } from '@conferbot/testing';
import { analytics } from '../src/index.ts';
import { neighbours } from './support/analytics-bed.ts';

conformance({
  plugin: () => analytics(),
  beside: () => neighbours().plugins,
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    return {
      get_chatbot_analytics: { chatbotId, days: 7, timezone: 'Europe/Berlin', channel: 'web' },
      get_api_usage: {},
    };
  },
});
