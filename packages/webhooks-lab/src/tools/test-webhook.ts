import { defineTool } from '@conferbot/plugin';
import { webhookDesk } from '@conferbot/webhooks/contract';
import { z } from 'zod';
import { queuedOutput, queuedView, webhookIdField } from '../fields.ts';

export const testWebhook = defineTool({
  name: 'test_webhook',
  title: 'Test webhook',
  description:
    'Send a signed webhook.ping to the endpoint of a webhook, also when it is paused or disabled. Returns the delivery at once, not its outcome. Next: explain_webhook_failure.',
  safety: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/webhooks/{webhookId}/test', status: 202 },
  input: z.object({ webhookId: webhookIdField }),
  output: queuedOutput,
}).run(async ({ webhookId }, ctx) => queuedView(await ctx.use(webhookDesk).ping(webhookId)));
