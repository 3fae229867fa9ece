import { chatbots } from '@conferbot/chatbots';
import { conformance } from '@conferbot/testing';
import { webhooks } from '../src/index.ts';
import { webhookOptions } from './support/webhook-bed.ts';

conformance({
  plugin: () => webhooks(webhookOptions()),
  beside: () => [chatbots()],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    const webhook = { chatbotId, url: 'https://hooks.example.com/conferbot', events: ['response.created'] };
    const { id: webhookId } = await workspace.call<{ id: string }>('create_webhook', webhook);
    const { id: other } = await workspace.call<{ id: string }>('create_webhook', webhook);
    return {
      list_webhooks: { chatbotId },
      get_webhook: { webhookId },
      create_webhook: { ...webhook, description: 'Leads for the sales team.' },
      update_webhook: { webhookId, status: 'paused', events: ['webhook.ping'] },
      delete_webhook: { webhookId },
      regenerate_webhook_secret: { webhookId: other },
      get_webhook_delivery_logs: { webhookId, limit: 5 },
    };
  },
});
