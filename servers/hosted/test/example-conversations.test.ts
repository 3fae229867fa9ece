import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/server.ts';
import { questionFlow, visit } from './support/visit.ts';

let server: TestServer;
/** Answers 500 to everything. */
let failing: Server;

beforeAll(async () => {
  failing = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(500).end('out of order'));
  }).listen(0, '127.0.0.1');
  server = await startServer({ extraPlugins: [], env: { ALLOW_PRIVATE_WEBHOOKS: '1' } });
}, 120_000);
afterAll(async () => {
  await server.close();
  failing.close();
});

type Json = Record<string, unknown>;

/** An assistant with the key of a workspace of its own, and nothing else. */
interface Assistant {
  call<T = Json>(tool: string, args?: object): Promise<T>;
  /** What a prompt says, and what it brings along, by address. */
  prompt(name: string, args: Record<string, string>): Promise<{ said: string; brought: ReadonlyMap<string, Json> }>;
}

async function assistant(mode: 'legacy' | 'auto'): Promise<Assistant> {
  const { key } = await server.tenant();
  const client = new Client({ name: 'assistant', version: '1.0.0' }, { versionNegotiation: { mode } });
  const url = new URL(`${server.address}/api/v1/mcp`);
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers: { 'x-api-key': key } } }));
  return {
    async call<T>(name: string, args: object = {}) {
      const { structuredContent, isError, content } = await client.callTool({ name, arguments: { ...args } });
      if (isError === true) throw new Error(`${name}: ${JSON.stringify(content)}`);
      return structuredContent as T;
    },
    async prompt(name, args) {
      const { messages } = await client.getPrompt({ name, arguments: args });
      const said: string[] = [];
      const brought = new Map<string, Json>();
      for (const { content } of messages) {
        if (content.type === 'text') said.push(content.text);
        if (content.type === 'resource' && 'text' in content.resource) {
          brought.set(content.resource.uri, JSON.parse(content.resource.text));
        }
      }
      return { said: said.join('\n'), brought };
    },
  };
}

/** A chatbot that asks for a name, or whatever the flow does, live. Returns its id. */
async function live({ call }: Assistant, name: string, flow: object = questionFlow): Promise<string> {
  const { id: chatbotId } = await call<{ id: string }>('create_chatbot', { name });
  await call('update_chatbot_flow', { chatbotId, flow });
  await call('publish_flow_version', { chatbotId });
  return chatbotId;
}

/** As the assistant finds it: by the name that the person used. */
async function find({ call }: Assistant, name: string): Promise<string> {
  const { data } = await call<{ data: { id: string; name: string }[] }>('list_chatbots');
  return data.find(chatbot => chatbot.name === name)?.id ?? '';
}

describe.each(['auto', 'legacy'] as const)('in %s mode', mode => {
  it('List Your Chatbots: every chatbot with the number of its responses', async () => {
    const one = await assistant(mode);
    const support = await live(one, 'Support Bot');
    await live(one, 'Sales Bot');
    for (const visitor of ['Ada', 'Grace']) await visit(server.address, support, visitor);
    const responses = async () => {
      const { data } = await one.call<{ data: { name: string; responseCount: number }[] }>('list_chatbots');
      return Object.fromEntries(data.map(({ name, responseCount }) => [name, responseCount]));
    };
    await expect.poll(responses, { timeout: 15_000 }).toEqual({ 'Support Bot': 2, 'Sales Bot': 0 });
  });

  it('Analyze Performance: the prompt brings the chatbot and its figures, which agree with its responses', async () => {
    const one = await assistant(mode);
    const made = await live(one, 'Support Bot');
    for (const visitor of ['Ada', 'Grace']) await visit(server.address, made, visitor);
    await visit(server.address, made, []);
    const chatbotId = await find(one, 'Support Bot');
    const totals = { views: 3, starts: 2, responses: 2, completions: 2 };
    const analytics = `conferbot://chatbot/${chatbotId}/analytics`;
    const figures = async () => {
      const { brought } = await one.prompt('analyze-chatbot-performance', { chatbotId });
      return brought.get(analytics)?.totals;
    };
    await expect.poll(figures, { timeout: 15_000 }).toEqual(totals);
    const { said, brought } = await one.prompt('analyze-chatbot-performance', { chatbotId });
    expect([...brought.values()]).toContainEqual(expect.objectContaining({ id: chatbotId, name: 'Support Bot' }));
    expect(said).toContain('list_responses');
    const { responses } = brought.get(`conferbot://chatbot/${chatbotId}/responses`) as { responses: Json[] };
    expect(responses).toMatchObject([{ answers: [{ value: 'Grace' }] }, { answers: [{ value: 'Ada' }] }]);
    const recent = await one.call<{ data: Json[]; pagination: Json }>('list_responses', { chatbotId, limit: 20 });
    expect(recent.pagination).toMatchObject({ total: totals.responses });
    expect(recent.data.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(await one.call('get_chatbot_analytics', { chatbotId })).toMatchObject({ totals });
  });

  it('Debug Webhooks: the failing one is found, and its log tells the status', { timeout: 60_000 }, async () => {
    const one = await assistant(mode);
    const chatbotId = await live(one, 'Support Bot');
    const url = `http://127.0.0.1:${(failing.address() as AddressInfo).port}/hook`;
    await one.call('create_webhook', { chatbotId, url, events: ['response.created'] });
    await one.call('create_webhook', { chatbotId, url: 'https://example.com/quiet', events: ['ticket.created'] });
    await visit(server.address, chatbotId, 'Ada');
    interface Listed {
      readonly data: { readonly id: string; readonly lastDelivery: { readonly statusCode: number } | null }[];
    }
    const failed = async () => {
      const { data } = await one.call<Listed>('list_webhooks');
      return data.filter(({ lastDelivery }) => (lastDelivery?.statusCode ?? 200) >= 400).map(({ id }) => id);
    };
    await expect.poll(failed, { timeout: 30_000 }).toHaveLength(1);
    const [webhookId = ''] = await failed();
    const { data } = await one.call<{ data: Json[] }>('get_webhook_delivery_logs', { webhookId });
    expect(data).toMatchObject([{ event: 'response.created', statusCode: 500 }]);
    expect(JSON.stringify(data)).toContain('out of order');
    const { said, brought } = await one.prompt('debug-webhook-deliveries', { webhookId });
    expect(brought.get(`conferbot://webhook/${webhookId}/deliveries`)).toMatchObject({ deliveries: data });
    expect(said).toContain('5xx: the receiver fails');
  });

  it('Create a Webhook: it gets the event, and its secret is shown this once', async () => {
    const one = await assistant(mode);
    await live(one, 'Support Bot');
    const wanted = { url: 'https://hooks.example.com/conferbot', events: ['response.created'] };
    const chatbotId = await find(one, 'Support Bot');
    const made = await one.call<{ id: string; secret: string }>('create_webhook', { chatbotId, ...wanted });
    expect(made).toMatchObject({ ...wanted, chatbotId, status: 'active', secret: expect.stringMatching(/^whsec_/) });
    const shown = await one.call('get_webhook', { webhookId: made.id });
    expect(shown).toMatchObject(wanted);
    expect(JSON.stringify(shown)).not.toContain(made.secret);
  });

  it('Build a Conversation Flow: a lead capture that visitors answer', async () => {
    const one = await assistant(mode);
    await one.call('create_chatbot', { name: 'Sales Bot' });
    const chatbotId = await find(one, 'Sales Bot');
    const description = 'A lead capture flow that collects name, email, and company size.';
    const { said } = await one.prompt('build-chatbot-flow', { chatbotId, description });
    for (const part of [description, 'add_flow_node', 'connect_flow_nodes']) expect(said).toContain(part);
    const privacy = 'We use it to answer you: [privacy policy](https://example.com/privacy).';
    const nodes = [
      { id: 'name', type: 'ask-name-node', data: { questionText: 'Who are you?', answerVariable: 'name' } },
      { id: 'email', type: 'ask-email-node', data: { questionText: `Email? ${privacy}`, answerVariable: 'email' } },
      { id: 'size', type: 'ask-number-node', data: { questionText: 'How many are you?', answerVariable: 'size' } },
      { id: 'bye', type: 'message-node', data: { text: 'Thank you, {{name}}.' } },
    ];
    let source = 'welcome';
    for (const [index, node] of nodes.entries()) {
      const position = { x: 0, y: 140 * (index + 1) };
      await one.call('add_flow_node', { chatbotId, node: { ...node, position } });
      const connected = await one.call('connect_flow_nodes', { chatbotId, edge: { source, target: node.id } });
      expect(connected).toMatchObject({ publishable: true });
      source = node.id;
    }
    expect(await one.call('publish_flow_version', { chatbotId })).toMatchObject({ published: true });
    expect(await one.call('get_chatbot_flow', { chatbotId })).toMatchObject({ findings: [] });
    await visit(server.address, chatbotId, ['Ada', 'ada@example.org', '12']);
    const { data } = await one.call<{ data: Json[] }>('list_responses', { chatbotId });
    const answersByKey = { name: 'Ada', email: 'ada@example.org', size: 12 };
    expect(data).toMatchObject([{ status: 'completed', answersByKey }]);
  });

  it('Set Up a Knowledge Base: three categories with articles, and visitors who ask are answered from them', async () => {
    const one = await assistant(mode);
    const chatbotId = await live(one, 'Product support', { nodes: [questionFlow.nodes[0]], edges: [] });
    const topic = 'Product support: billing, integrations, troubleshooting';
    const { said, brought } = await one.prompt('setup-knowledge-base', { chatbotId, topic });
    expect(said).toContain(topic);
    expect(brought.get(`conferbot://chatbot/${chatbotId}/knowledge-base`)).toMatchObject({ articleCount: 0 });
    const articles = {
      Billing: ['How can I pay?', 'You can pay by card or by invoice.'],
      Integrations: ['Which tools does it connect to?', 'It connects to spreadsheets and calendars.'],
      Troubleshooting: ['Why does it not start?', 'Restart the router, then open the page again.'],
    };
    for (const [name, [title, content]] of Object.entries(articles)) {
      const { id: categoryId } = await one.call('create_knowledge_category', { chatbotId, name });
      const article = { chatbotId, categoryId, title, content, description: content, reviewStatus: 'published' };
      await one.call('create_knowledge_article', article);
    }
    await one.call('update_ai_config', { chatbotId, enabled: true, mode: 'ai_first' });
    const { data: categories } = await one.call<{ data: Json[] }>('list_knowledge_categories', { chatbotId });
    expect(categories.map(({ name }) => name).sort()).toEqual(Object.keys(articles).sort());
    expect(await one.call('list_knowledge_base', { chatbotId })).toMatchObject({ pagination: { total: 3 } });

    const conversationId = await visit(server.address, chatbotId, 'How can I pay?');
    const said2 = async () => JSON.stringify(await one.call('get_conversation', { chatbotId, conversationId }));
    await expect.poll(said2, { timeout: 15_000 }).toContain('by card or by invoice');
  });

  it('Customize Widget Appearance: visitors are shown the colour and the call to action', async () => {
    const one = await assistant(mode);
    const chatbotId = await live(one, 'Support Bot');
    const config = { headerBgColor: '#00008b', chatIconCtaText: 'Need help? Chat with us!' };
    expect(await one.call('update_widget_config', { chatbotId, config })).toMatchObject({ config });
    expect(await one.call('get_widget_config', { chatbotId })).toMatchObject({ config });
  });

  it('Review Conversations: the past week in figures, and the ticket that waits for somebody', async () => {
    const one = await assistant(mode);
    const handover = {
      nodes: [
        ...questionFlow.nodes,
        { id: 'person', type: 'human-handover-node', data: { handoverMessage: 'One moment.', priority: 'high' } },
      ],
      edges: [...questionFlow.edges, { source: 'who', target: 'person' }],
    };
    const chatbotId = await live(one, 'Support Bot', handover);
    const conversationId = await visit(server.address, chatbotId, 'Ada');
    await visit(server.address, chatbotId, []);
    const summary = await one.call<{ daily: unknown[] }>('get_conversation_summary', { chatbotId, days: 7 });
    expect(summary).toMatchObject({ totals: { conversations: 2 }, rates: { handover: { numerator: 1 } } });
    expect(summary.daily).toHaveLength(7);
    const { data } = await one.call<{ data: Json[] }>('list_tickets', { chatbotId, status: 'open' });
    expect(data).toMatchObject([{ conversationId, priority: 'high', status: 'open' }]);
  });

  it('Tip: get_api_usage tells what this month has used', async () => {
    const one = await assistant(mode);
    await one.call('list_chatbots');
    interface Usage {
      readonly month: string;
      readonly quota: number;
      readonly used: number;
      readonly byTool: readonly Json[];
    }
    const month = new Date().toISOString().slice(0, 7);
    const usage = async () => one.call<Usage>('get_api_usage');
    await expect
      .poll(async () => (await usage()).byTool, { timeout: 15_000 })
      .toContainEqual({
        tool: 'list_chatbots',
        calls: 1,
      });
    const { used, quota, ...rest } = await usage();
    expect(rest).toMatchObject({ month, plan: 'pro', remaining: quota - used });
    expect(quota).toBe(50_000);
  });
});
