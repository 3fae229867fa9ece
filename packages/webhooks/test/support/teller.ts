import { chatbotId } from '@conferbot/chatbots/contract';
import { defineEvent, definePlugin, defineTool, type Plugin } from '@conferbot/plugin';
import { z } from 'zod';
import { deliveryId, webhookDesk, webhookId } from '../../src/contract.ts';

const payload = z.object({ chatbotId: z.uuid(), key: z.string(), number: z.int() });

function told(name: string) {
  return defineEvent(name, 'Something that is told.', payload, event => ({
    chatbotId: event.chatbotId,
    orderKey: event.key,
    fields: {
      chatSessionId: event.key,
      botId: chatbotId.encode(event.chatbotId),
      number: event.number,
      responseId: null,
    },
  }));
}

const responseCreated = told('response.created');
const conversationStarted = told('conversation.started');
const orderPlaced = told('order.placed');
const inside = defineEvent('response.updated', 'Something that stays inside.', payload);
const all = [responseCreated, conversationStarted, orderPlaced, inside];

const tell = defineTool({
  name: 'tell',
  title: 'Tell',
  description: 'Lets events happen to a chatbot, as the plugins do that own them.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  input: z.object({
    chatbotId: chatbotId.input.describe('The chatbot.'),
    event: z.string().default('response.created').describe('Name of the event.'),
    keys: z.array(z.string()).default(['conversation']).describe('One event for each.'),
    fails: z.boolean().default(false).describe('Undoes it in the end.'),
  }),
  output: z.object({}),
}).run(async ({ chatbotId: chatbot, event, keys, fails }, ctx) => {
  const type = all.find(({ name }) => name === event);
  if (type === undefined) throw new Error(`There is no event ${event}.`);
  for (const [number, key] of keys.entries()) ctx.emit(type, { chatbotId: chatbot, key, number });
  if (fails) throw new Error('Undone.');
  return {};
});

const ping = defineTool({
  name: 'ping_webhook',
  title: 'Ping',
  description: 'Pings a webhook, as the laboratory for webhooks does.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  input: z.object({ webhookId: webhookId.input.describe('The webhook.') }),
  output: z.object({ id: z.string().describe('The delivery.') }),
}).run(async (input, ctx) => ({ id: deliveryId.encode(await ctx.use(webhookDesk).ping(input.webhookId)) }));

const replay = defineTool({
  name: 'replay_delivery',
  title: 'Replay',
  description: 'Sends a delivery again, as the laboratory for webhooks does.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  input: z.object({ deliveryId: deliveryId.input.describe('The delivery.') }),
  output: z.object({ id: z.string().describe('The new one.') }),
}).run(async (input, ctx) => ({ id: deliveryId.encode(await ctx.use(webhookDesk).replay(input.deliveryId)) }));

const report = defineTool({
  name: 'report_delivery',
  title: 'Report',
  description: 'Tells all about a delivery, as the laboratory for webhooks does.',
  safety: { readOnly: true },
  input: z.object({ deliveryId: deliveryId.input.describe('The delivery.') }),
  output: z.object({ report: z.looseObject({}).describe('All about it.') }),
}).run(async (input, ctx) => ({ report: { ...(await ctx.use(webhookDesk).delivery(input.deliveryId)) } }));

export function teller(): Plugin {
  return definePlugin({ id: 'teller', version: '1.0.0', events: all, tools: [tell, ping, replay, report] });
}
