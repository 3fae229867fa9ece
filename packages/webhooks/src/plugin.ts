import { chatbotAspect, chatbotDirectory } from '@conferbot/chatbots/contract';
import { contribute, definePlugin, type Plugin, provide } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { webhookAspect } from './aspect.ts';
import { completeWebhookId } from './complete-webhook-id.ts';
import { webhookDesk } from './contract.ts';
import { Courier } from './delivery/courier.ts';
import { deliverWebhooks } from './delivery/deliver.ts';
import { Desk } from './delivery/desk.ts';
import { queueDeliveries } from './delivery/queue-deliveries.ts';
import type { WebhookDeps } from './deps.ts';
import { entities } from './entities/index.ts';
import { removeOldDeliveries } from './log/remove-old.ts';
import { migrations } from './migrations/index.ts';
import { defaultEvents, type WebhooksOptions } from './options.ts';
import { debugWebhookDeliveries } from './prompts/debug-webhook-deliveries.ts';
import { createWebhook } from './tools/create-webhook.ts';
import { deleteWebhook } from './tools/delete-webhook.ts';
import { getWebhook } from './tools/get-webhook.ts';
import { getWebhookDeliveryLogs } from './tools/get-webhook-delivery-logs.ts';
import { listWebhooks } from './tools/list-webhooks.ts';
import { regenerateWebhookSecret } from './tools/regenerate-webhook-secret.ts';
import { updateWebhook } from './tools/update-webhook.ts';

const defaultConcurrency = 100;
const defaultLeaseSeconds = 30;

/**
 * Tells systems outside about events by signed HTTP requests, and logs how they answered. Make one for each runtime.
 *
 * @throws RangeError when `lease` is under 15 seconds, or `concurrency` under 1
 */
export function webhooks(options: WebhooksOptions): Plugin {
  const { secrets, egress, allowPrivate = false, events = defaultEvents, random = Math.random } = options;
  const { concurrency = defaultConcurrency, lease = defaultLeaseSeconds } = options;
  // An attempt takes up to 10 seconds, and its result has to be written.
  if (!(lease >= 15)) throw new RangeError('The lease of a delivery is at least 15 seconds.');
  if (!(concurrency >= 1)) throw new RangeError('At least one delivery is made at once.');
  const courier = new Courier({ secrets, egress, random, concurrency, leaseMs: lease * 1000 });
  const deps: WebhookDeps = { secrets, egress, allowPrivate, events, courier };
  return definePlugin({
    id: 'webhooks',
    version: manifest.version,
    tools: [
      listWebhooks,
      getWebhook,
      createWebhook(deps),
      updateWebhook(deps),
      deleteWebhook,
      regenerateWebhookSecret(deps),
      getWebhookDeliveryLogs,
    ],
    prompts: [debugWebhookDeliveries],
    completions: [completeWebhookId],
    storage: { entities, migrations, rights: { worker: { webhook_alarms: ['select'] } } },
    subscriptions: [queueDeliveries(events, courier)],
    provides: [provide(webhookDesk, ctx => new Desk(ctx, courier))],
    contributes: [contribute(chatbotAspect, webhookAspect)],
    requires: [chatbotDirectory],
    jobs: [deliverWebhooks(courier), removeOldDeliveries()],
  });
}
