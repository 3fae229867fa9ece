import { chatbotId } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import { webhookId } from './contract.ts';
import { summaryOf, type WebhookRow } from './webhook-row.ts';

export const deliveryStatusOutput = z.enum(['pending', 'delivered', 'failed', 'retrying']);

/** A webhook as tools return it. */
export const webhookOutput = z.object({
  id: webhookId.output.describe('Id; other tools take it as webhookId.'),
  chatbotId: chatbotId.output.describe('Whose events it gets.'),
  url: z.string().describe('Where they are sent.'),
  events: z.array(z.string()).describe('Which it gets.'),
  status: z.enum(['active', 'paused', 'disabled']).describe('Only active ones get events.'),
  statusReason: z.string().nullable().describe('Why it is not active.'),
  description: z.string().describe('What it is for, as its owner says.'),
  secretHint: z.string().describe('End of the signing secret.'),
  lastDelivery: z
    .object({
      status: deliveryStatusOutput.describe('State after it.'),
      statusCode: z.int().nullable().describe('HTTP status; null without an answer.'),
      at: z.iso.datetime().describe('When, UTC.'),
    })
    .nullable()
    .describe('The latest attempt; null before the first.'),
  createdAt: z.iso.datetime().describe('UTC.'),
  updatedAt: z.iso.datetime().describe('When its settings last changed, UTC.'),
});

export const secretOutput = z.string().describe('Signing secret, shown this once: keep it now.');

export function webhookView(row: WebhookRow): z.input<typeof webhookOutput> {
  const { events, ...summary } = summaryOf(row);
  return {
    ...summary,
    id: webhookId.encode(row.id),
    chatbotId: chatbotId.encode(row.chatbot_id),
    events: [...events],
  };
}
