import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField } from '../fields.ts';
import { listWebhookPage } from '../webhook-list.ts';
import { webhookOutput } from '../webhook-view.ts';

export const listWebhooks = defineTool({
  name: 'list_webhooks',
  title: 'List webhooks',
  description:
    'List webhooks, newest first: url, events, status and why, latest delivery. Next: get_webhook_delivery_logs.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/webhooks' },
  input: z.object({ chatbotId: chatbotIdField.optional(), ...pageInput(50) }),
  output: pageOutput(webhookOutput),
}).run(async ({ chatbotId, ...request }, ctx) => {
  if (chatbotId !== undefined) await ctx.use(chatbotDirectory).get(chatbotId);
  return listWebhookPage(ctx, { chatbotId, ...request });
});
