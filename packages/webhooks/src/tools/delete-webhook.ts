import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { webhookId as idType } from '../contract.ts';
import { webhookIdField } from '../fields.ts';
import { removeWebhooks } from '../remove-webhooks.ts';
import { noSuchWebhook } from '../webhook-row.ts';

export const deleteWebhook = defineTool({
  name: 'delete_webhook',
  title: 'Delete webhook',
  description:
    'Delete a webhook and its delivery logs; what waits is not sent. To only stop it: update_webhook with status paused.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/webhooks/{webhookId}' },
  input: z.object({ webhookId: webhookIdField }),
  output: z.object({
    deleted: z.literal(true).describe('It is gone.'),
    id: idType.output.describe('Id that it had.'),
    removedDeliveries: z.int().describe('Deliveries that went with it.'),
  }),
}).run(async ({ webhookId }, ctx) => {
  const locked = await ctx.sql`select id from webhooks where id = ${webhookId} for update`;
  if (locked.length === 0) throw noSuchWebhook(webhookId);
  const removedDeliveries = await removeWebhooks(ctx, [webhookId]);
  return { deleted: true, id: idType.encode(webhookId), removedDeliveries };
});
