import { chatbots } from '@conferbot/chatbots';
import { conformance } from '@conferbot/testing';
import { webhooksLab } from '../src/index.ts';
import { webhooksOfTests } from './support/lab-bed.ts';

conformance({
  plugin: webhooksLab,
  beside: () => [chatbots(), webhooksOfTests()],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    const webhook = { chatbotId, url: 'https://hooks.example.com/conferbot', events: ['response.created'] };
    const { id: webhookId } = await workspace.call<{ id: string }>('create_webhook', webhook);
    const { deliveryId } = await workspace.call<{ deliveryId: string }>('test_webhook', { webhookId });
    return {
      test_webhook: { webhookId },
      replay_webhook_delivery: { deliveryId },
      explain_webhook_failure: { deliveryId },
    };
  },
});
