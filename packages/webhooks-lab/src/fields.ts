import { deliveryId, webhookId } from '@conferbot/webhooks/contract';
import { z } from 'zod';

/** Input fields that several tools share. */
export const webhookIdField = webhookId.input.describe('Id of the webhook.');

export const deliveryIdField = deliveryId.input.describe('Id of a delivery, from get_webhook_delivery_logs.');

/** What is said of a delivery that was queued just now. */
export const queuedOutput = z.object({
  deliveryId: deliveryId.output.describe('The new delivery; explain_webhook_failure takes it.'),
  status: z.literal('pending').describe('It is sent right after this call.'),
  next: z.string().describe('How to see what came of it.'),
});

export function queuedView(id: string): z.input<typeof queuedOutput> {
  const encoded = deliveryId.encode(id);
  const next = `Call explain_webhook_failure with deliveryId ${encoded}: usually within a second it says delivered, or why not. An endpoint may take up to 10 seconds.`;
  return { deliveryId: encoded, status: 'pending', next };
}
