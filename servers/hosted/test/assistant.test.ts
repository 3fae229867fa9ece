import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/server.ts';
import { visit } from './support/visit.ts';

interface Delivery {
  readonly event: string;
  readonly signature: string;
  readonly body: string;
}

let server: TestServer;
let key: string;
let receiver: Server;
let url: string;
const deliveries: Delivery[] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { 'x-webhook-event': event, 'x-webhook-signature': signature } = request.headers;
    deliveries.push({ event: String(event), signature: String(signature), body: Buffer.concat(chunks).toString() });
    response.end();
  });
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  server = await startServer({ env: { ALLOW_PRIVATE_WEBHOOKS: '1' } });
  ({ key } = await server.tenant());
});
afterAll(async () => {
  await server.close();
  await new Promise(resolve => receiver.close(resolve));
});

async function tool<T = Record<string, unknown>>(name: string, args: object): Promise<T> {
  const { structuredContent, isError, content } = await server.result(key, 'tools/call', { name, arguments: args });
  if (isError === true) throw new Error(`${name}: ${JSON.stringify(content)}`);
  return structuredContent as T;
}

async function prompt(name: string, args: object): Promise<string> {
  return JSON.stringify(await server.result(key, 'prompts/get', { name, arguments: args }));
}

/** What a model would make of the prompt: a node, and the edge that leads to it. */
async function buildLeadFlow(chatbotId: string): Promise<void> {
  const nodes = [
    { id: 'name', type: 'ask-name-node', data: { questionText: 'What is your name?', answerVariable: 'name' } },
    {
      id: 'email',
      type: 'ask-email-node',
      data: {
        questionText: 'Your e-mail? We use it to answer you, see our [privacy policy](https://example.com/privacy).',
        answerVariable: 'email',
      },
    },
    {
      id: 'size',
      type: 'ask-number-node',
      data: { questionText: 'How many people work with you?', answerVariable: 'size' },
    },
    { id: 'bye', type: 'message-node', data: { text: 'Thank you, {{name}}.' } },
  ];
  let source = 'welcome';
  for (const [index, node] of nodes.entries()) {
    await tool('add_flow_node', { chatbotId, node: { ...node, position: { x: 0, y: 140 * (index + 1) } } });
    await tool('connect_flow_nodes', { chatbotId, edge: { source, target: node.id } });
    source = node.id;
  }
  expect(await tool('publish_flow_version', { chatbotId })).toMatchObject({ published: true });
}

describe('an assistant that has nothing but the endpoint', () => {
  it('makes a lead bot with a widget, a knowledge base and a webhook; visitors chat; the report tells what happened', async () => {
    const { id: chatbotId } = await tool<{ id: string }>('create_chatbot', { name: 'Leads' });
    expect(await prompt('build-chatbot-flow', { chatbotId, description: 'Collect name, e-mail, size.' })).toContain(
      'add_flow_node',
    );
    await buildLeadFlow(chatbotId);
    await tool('update_widget_config', { chatbotId, config: { headerBgColor: '#00008b', enableKnowledgeBase: true } });
    expect(await prompt('setup-knowledge-base', { chatbotId, topic: 'billing' })).toContain('create_knowledge_article');
    const { id: categoryId } = await tool<{ id: string }>('create_knowledge_category', { chatbotId, name: 'Billing' });
    await tool('create_knowledge_article', {
      chatbotId,
      categoryId,
      title: 'How can I pay?',
      description: 'Ways to pay.',
      content: 'You can pay by card or by invoice.',
      reviewStatus: 'published',
    });
    await tool('update_ai_config', { chatbotId, enabled: true, mode: 'ai_first' });
    const events = ['response.created', 'conversation.completed'];
    const webhook = await tool<{ id: string; secret: string }>('create_webhook', { chatbotId, url, events });

    for (const visitor of ['Ada', 'Grace']) {
      const sessionId = await visit(server.address, chatbotId, [visitor, `${visitor}@example.org`, '12']);
      const conversation = await tool('get_conversation', { chatbotId, conversationId: sessionId });
      expect(conversation).toMatchObject({ status: 'completed' });
    }
    await visit(server.address, chatbotId, ['Alan']);

    await expect.poll(() => deliveries.length, { timeout: 15_000 }).toBe(5);
    for (const { signature, body } of deliveries) {
      expect(signature).toBe(createHmac('sha256', webhook.secret).update(body).digest('hex'));
    }
    const told = deliveries.map(({ event }) => event).sort();
    expect(told).toEqual([
      'conversation.completed',
      'conversation.completed',
      'response.created',
      'response.created',
      'response.created',
    ]);
    const logs = await tool<{ data: object[] }>('get_webhook_delivery_logs', { webhookId: webhook.id });
    expect(logs.data).toHaveLength(5);
    expect(await prompt('debug-webhook-deliveries', { webhookId: webhook.id })).toContain('delivered');

    const totals = { views: 3, starts: 3, responses: 3, completions: 2 };
    expect(await tool('get_chatbot_analytics', { chatbotId })).toMatchObject({ totals });
    expect(await tool('get_conversation_summary', { chatbotId })).toMatchObject({ totals: { conversations: 3 } });
    const report = await prompt('generate-analytics-report', { chatbotId });
    for (const [name, value] of Object.entries(totals)) expect(report).toContain(`\\"${name}\\":${value}`);
    for (const name of ['analyze-chatbot-performance', 'optimize-chatbot']) {
      expect(await prompt(name, { chatbotId })).toContain(`\\"completions\\":2`);
    }
  });
});
