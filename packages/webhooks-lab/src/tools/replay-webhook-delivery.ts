import { defineTool } from '@conferbot/plugin';
import { webhookDesk } from '@conferbot/webhooks/contract';
import { z } from 'zod';
import { deliveryIdField, queuedOutput, queuedView } from '../fields.ts';

export const replayWebhookDelivery = defineTool({
  name: 'replay_webhook_delivery',
  title: 'Replay webhook delivery',
  description:
    'Send a delivery again with the same body and webhook-id, so that a receiver that has it can skip it; also when the webhook is paused or disabled. Returns the new delivery. Next: explain_webhook_failure.',
  safety: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/webhook-deliveries/{deliveryId}/replay', status: 202 },
  input: z.object({ deliveryId: deliveryIdField }),
  output: queuedOutput,
}).run(async ({ deliveryId }, ctx) => queuedView(await ctx.use(webhookDesk).replay(deliveryId)));
