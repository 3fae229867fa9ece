import { definePlugin, type Plugin } from '@conferbot/plugin';
import { webhookDesk } from '@conferbot/webhooks/contract';
import manifest from '../package.json' with { type: 'json' };
import { explainWebhookFailure } from './tools/explain-webhook-failure.ts';
import { replayWebhookDelivery } from './tools/replay-webhook-delivery.ts';
import { testWebhook } from './tools/test-webhook.ts';

/** Tools for those who connect systems by webhooks, beside the webhooks plugin. Opt-in. */
export function webhooksLab(): Plugin {
  return definePlugin({
    id: 'webhooks-lab',
    version: manifest.version,
    optIn: true,
    tools: [testWebhook, replayWebhookDelivery, explainWebhookFailure],
    requires: [webhookDesk],
  });
}
