import { defineTool, invalidArgument, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { changeWebhook } from '../change-webhook.ts';
import type { WebhookDeps } from '../deps.ts';
import { endpointAddress } from '../endpoint-address.ts';
import { knownEvents } from '../event-names.ts';
import { descriptionField, eventsField, urlField, webhookIdField } from '../fields.ts';
import { webhookOutput, webhookView } from '../webhook-view.ts';

export function updateWebhook(deps: WebhookDeps): Tool {
  return defineTool({
    name: 'update_webhook',
    title: 'Update webhook',
    description:
      'Update a webhook; what you leave out stays. paused: no new events; active also takes a disabled one back and sends what waits.',
    safety: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
    http: { method: 'PATCH', path: '/webhooks/{webhookId}' },
    input: z.object({
      webhookId: webhookIdField,
      url: urlField.optional(),
      events: eventsField(deps.events).optional().describe('The whole list.'),
      status: z.enum(['active', 'paused']).optional().describe('Whether to send.'),
      description: descriptionField.optional(),
    }),
    output: webhookOutput,
  }).run(async ({ webhookId, status, description, ...input }, ctx) => {
    if ([status, description, input.url, input.events].every(value => value === undefined)) {
      throw invalidArgument(
        '',
        'There is nothing to change.',
        'Give at least one of url, events, status, description.',
      );
    }
    const events = input.events === undefined ? undefined : knownEvents(input.events, deps.events);
    const url = input.url === undefined ? undefined : await endpointAddress(input.url, deps);
    const row = await changeWebhook(ctx, webhookId, { url, events, status, description });
    if (row.status === 'active') ctx.afterCommit(() => deps.courier.wake());
    return webhookView(row);
  });
}
