import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/server.ts';

/** Every tool, with the parameters that it cannot do without. */
const tools: Readonly<Record<string, readonly string[]>> = {
  list_chatbots: [],
  get_chatbot: ['chatbotId'],
  create_chatbot: ['name'],
  update_chatbot: ['chatbotId'],
  delete_chatbot: ['chatbotId'],
  duplicate_chatbot: ['chatbotId'],
  list_responses: ['chatbotId'],
  get_response: ['chatbotId', 'responseId'],
  get_chatbot_analytics: ['chatbotId'],
  get_api_usage: [],
  list_webhooks: [],
  get_webhook: ['webhookId'],
  create_webhook: ['chatbotId', 'events', 'url'],
  update_webhook: ['webhookId'],
  delete_webhook: ['webhookId'],
  regenerate_webhook_secret: ['webhookId'],
  get_webhook_delivery_logs: ['webhookId'],
  get_chatbot_flow: ['chatbotId'],
  update_chatbot_flow: ['chatbotId', 'flow'],
  add_flow_node: ['chatbotId', 'node'],
  delete_flow_node: ['chatbotId', 'nodeId'],
  connect_flow_nodes: ['chatbotId', 'edge'],
  list_flow_versions: ['chatbotId'],
  publish_flow_version: ['chatbotId'],
  list_templates: [],
  get_template_categories: [],
  create_from_template: ['templateId'],
  list_knowledge_base: ['chatbotId'],
  get_knowledge_article: ['articleId', 'chatbotId'],
  create_knowledge_article: ['chatbotId', 'content', 'description', 'title'],
  update_knowledge_article: ['articleId', 'chatbotId'],
  list_knowledge_categories: ['chatbotId'],
  create_knowledge_category: ['chatbotId', 'name'],
  get_ai_config: ['chatbotId'],
  update_ai_config: ['chatbotId'],
  get_widget_config: ['chatbotId'],
  update_widget_config: ['chatbotId'],
  list_channels: ['chatbotId'],
  get_channel_config: ['channelId'],
  export_chatbot: ['chatbotId'],
  list_conversations: ['chatbotId'],
  get_conversation: ['chatbotId', 'conversationId'],
  get_conversation_analytics: ['chatbotId', 'conversationId'],
  list_tickets: ['chatbotId'],
  get_conversation_summary: ['chatbotId'],
};

const resources = [
  'conferbot://chatbots',
  'conferbot://usage',
  'conferbot://chatbot/{chatbotId}',
  'conferbot://chatbot/{chatbotId}/analytics',
  'conferbot://chatbot/{chatbotId}/conversations',
  'conferbot://chatbot/{chatbotId}/widget',
];

/** Every prompt, with the arguments that it cannot do without. */
const prompts: Readonly<Record<string, readonly string[]>> = {
  'analyze-chatbot-performance': ['chatbotId'],
  'debug-webhook-deliveries': ['webhookId'],
  'generate-analytics-report': ['chatbotId'],
  'build-chatbot-flow': ['chatbotId', 'description'],
  'optimize-chatbot': ['chatbotId'],
  'setup-knowledge-base': ['chatbotId', 'topic'],
};

const eras = [
  ['2025-11-25', {}],
  ['2026-07-28', { 'mcp-protocol-version': '2026-07-28' }],
] as const;

let server: TestServer;
let key: string;

beforeAll(async () => {
  // Without the plugins of the tests, whose tools come on top.
  server = await startServer({ extraPlugins: [] });
  ({ key } = await server.tenant());
});
afterAll(() => server.close());

describe.each(eras)('a client of %s is offered', (era, headers) => {
  async function list<T>(method: string, name: string): Promise<readonly T[]> {
    const _meta = era === '2026-07-28' ? modernMeta(era) : undefined;
    const params = { ...(_meta && { _meta }) };
    const result = await server.result(key, method, params, { headers: { ...headers, 'mcp-method': method } });
    return result[name] as readonly T[];
  }

  it('exactly these 45 tools, with these required parameters', async () => {
    const listed = await list<{ name: string; inputSchema: { required?: string[] } }>('tools/list', 'tools');
    const required = listed.map(({ name, inputSchema }) => [name, [...(inputSchema.required ?? [])].sort()]);
    expect(Object.fromEntries(required)).toEqual(tools);
    expect(listed).toHaveLength(45);
  });

  it('exactly these 6 resources', async () => {
    const fixed = await list<{ uri: string }>('resources/list', 'resources');
    const templates = await list<{ uriTemplate: string }>('resources/templates/list', 'resourceTemplates');
    const uris = [...fixed.map(({ uri }) => uri), ...templates.map(({ uriTemplate }) => uriTemplate)];
    expect(uris.sort()).toEqual([...resources].sort());
  });

  it('exactly these 6 prompts, with these required arguments', async () => {
    const listed = await list<{ name: string; arguments?: { name: string; required?: boolean }[] }>(
      'prompts/list',
      'prompts',
    );
    const required = listed.map(({ name, arguments: args = [] }) => [
      name,
      args.filter(argument => argument.required).map(argument => argument.name),
    ]);
    expect(Object.fromEntries(required)).toEqual(prompts);
  });
});

function modernMeta(version: string) {
  return {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
}
