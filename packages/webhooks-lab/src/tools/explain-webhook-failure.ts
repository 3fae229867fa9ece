import { defineTool, Fault, invalidArgument } from '@conferbot/plugin';
import { webhookDesk } from '@conferbot/webhooks/contract';
import { z } from 'zod';
import { explain, explanationOutput } from '../explain.ts';
import { deliveryIdField, webhookIdField } from '../fields.ts';

export const explainWebhookFailure = defineTool({
  name: 'explain_webhook_failure',
  title: 'Explain webhook failure',
  description:
    'Explain why a delivery failed: cause, what it means, what to change, and code that verifies signatures where that may be the trouble. Also says how a delivery stands. Give deliveryId, or webhookId for its latest failed one.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/webhook-deliveries/explanation' },
  input: z.object({ deliveryId: deliveryIdField.optional(), webhookId: webhookIdField.optional() }),
  output: explanationOutput,
}).run(async ({ deliveryId, webhookId }, ctx) => {
  const desk = ctx.use(webhookDesk);
  if (deliveryId !== undefined && webhookId === undefined) return explain(await desk.delivery(deliveryId));
  if (webhookId === undefined || deliveryId !== undefined) {
    throw invalidArgument('deliveryId', 'Either deliveryId or webhookId is needed.', 'Give one of the two.');
  }
  const report = await desk.latestFailure(webhookId);
  if (report !== undefined) return explain(report);
  throw new Fault('not_found', 'The webhook has no delivery that failed and is not delivered.', {
    fix: 'Call get_webhook_delivery_logs to see what was sent, or test_webhook to try the endpoint.',
  });
});
