import { defineTool, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import type { WebhookDeps } from '../deps.ts';
import { endpointAddress } from '../endpoint-address.ts';
import { knownEvents } from '../event-names.ts';
import { chatbotIdField, descriptionField, eventsField, urlField } from '../fields.ts';
import { insertWebhook } from '../insert-webhook.ts';
import { secretOutput, webhookOutput, webhookView } from '../webhook-view.ts';

export function createWebhook(deps: WebhookDeps): Tool {
  return defineTool({
    name: 'create_webhook',
    title: 'Create webhook',
    description:
      'Create a webhook: url gets a signed POST for each of these events of a chatbot, retried for about a day. Returns the signing secret, once.',
    safety: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
    http: { method: 'POST', path: '/webhooks', status: 201 },
    input: z.object({
      chatbotId: chatbotIdField,
      url: urlField,
      events: eventsField(deps.events),
      description: descriptionField.optional(),
    }),
    output: webhookOutput.extend({ secret: secretOutput }),
  }).run(async ({ chatbotId, description = '', ...input }, ctx) => {
    const events = knownEvents(input.events, deps.events);
    const url = await endpointAddress(input.url, deps);
    const { row, secret } = await insertWebhook(ctx, deps.secrets, { chatbotId, url, events, description });
    return { ...webhookView(row), secret };
  });
}
