import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { webhookIdField } from '../fields.ts';
import { findWebhook } from '../webhook-row.ts';
import { webhookOutput, webhookView } from '../webhook-view.ts';

export const getWebhook = defineTool({
  name: 'get_webhook',
  title: 'Get webhook',
  description:
    'Get a webhook: url, events, status and why, latest delivery; never its secret. Next: get_webhook_delivery_logs.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/webhooks/{webhookId}' },
  input: z.object({ webhookId: webhookIdField }),
  output: webhookOutput,
}).run(async ({ webhookId }, ctx) => webhookView(await findWebhook(ctx, webhookId)));
