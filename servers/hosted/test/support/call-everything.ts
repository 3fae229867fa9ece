import { expect } from 'vitest';
import { questionFlow, visit } from './visit.ts';

/** Calls a tool and answers its structured result. */
export type Call = (name: string, args: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** Calls every tool of some domains, and so shows that they work; of all where none are named. */
export async function callEverything(call: Call, address: string, domains = everyDomain): Promise<string[]> {
  const called: string[] = [];
  const noted: Call = (name, args) => {
    called.push(name);
    return call(name, args);
  };
  const has = (domain: string) => domains.includes(domain);
  const { id: chatbotId } = await noted('create_chatbot', { name: 'Called by a client' });
  expect(await noted('get_chatbot', { chatbotId })).toMatchObject({ id: chatbotId });
  expect(await noted('update_chatbot', { chatbotId, disabled: true })).toMatchObject({ status: 'disabled' });
  expect(await noted('duplicate_chatbot', { chatbotId })).toMatchObject({ name: 'Called by a client (copy)' });
  expect(await noted('list_chatbots', {})).toMatchObject({ pagination: { page: 1 } });
  await useTemplates(noted);
  if (has('flows')) await editFlow(noted, chatbotId);
  if (has('widget')) await changeWidget(noted, chatbotId);
  if (has('knowledge')) await writeKnowledge(noted, chatbotId);
  if (has('webhooks')) await subscribe(noted, chatbotId);
  if (has('conversations')) await readConversation(noted, await chat(call, address, String(chatbotId)));
  if (has('analytics')) await readNumbers(noted, chatbotId);
  expect(await noted('delete_chatbot', { chatbotId })).toMatchObject({ deleted: true });
  return [...new Set(called)].sort();
}

const everyDomain = ['chatbots', 'flows', 'conversations', 'widget', 'knowledge', 'webhooks', 'analytics'];

async function editFlow(call: Call, chatbotId: unknown): Promise<void> {
  const { nodes, edges } = await call('get_chatbot_flow', { chatbotId });
  const named = await call('update_chatbot_flow', { chatbotId, flow: { nodes, edges }, versionName: 'Named' });
  expect(named).toMatchObject({ version: { name: 'Named', number: 1 } });
  const node = { id: 'bye', type: 'message-node', data: { text: 'Goodbye!' }, position: { x: 0, y: 140 } };
  const added = await call('add_flow_node', { chatbotId, node });
  expect(added).toMatchObject({ node: { id: 'bye' }, findings: [{ code: 'UNREACHABLE_NODE' }] });
  const connected = await call('connect_flow_nodes', { chatbotId, edge: { source: 'welcome', target: 'bye' } });
  expect(connected).toMatchObject({ publishable: true, findings: [] });
  expect(await call('publish_flow_version', { chatbotId })).toMatchObject({ number: 2, published: true });
  expect(await call('delete_flow_node', { chatbotId, nodeId: 'bye' })).toMatchObject({ revision: 4 });
  expect(await call('list_flow_versions', { chatbotId })).toMatchObject({ data: [{ number: 2 }, { name: 'Named' }] });
}

async function changeWidget(call: Call, chatbotId: unknown): Promise<void> {
  const config = { headerBgColor: '#003366', chatIconCtaText: 'Need help?' };
  expect(await call('update_widget_config', { chatbotId, config })).toMatchObject({ config });
  expect(await call('get_widget_config', { chatbotId })).toMatchObject({
    config,
    embedSnippet: expect.stringContaining('/widget.js'),
  });
  const { data } = (await call('list_channels', { chatbotId })) as { data: { id: string; type: string }[] };
  expect(data).toContainEqual(expect.objectContaining({ type: 'web', status: 'connected' }));
  const channelId = data[0]?.id;
  expect(await call('get_channel_config', { channelId })).toMatchObject({ id: channelId, chatbotId });
}

async function useTemplates(call: Call): Promise<void> {
  const { data: categories } = (await call('get_template_categories', {})) as { data: { id: string; count: number }[] };
  const { data } = (await call('list_templates', { category: categories[0]?.id })) as { data: { id: string }[] };
  expect(data).toHaveLength(categories[0]?.count ?? 0);
  const made = await call('create_from_template', { templateId: data[0]?.id, name: 'From a template' });
  expect(made).toMatchObject({ name: 'From a template', published: false });
  const exported = await call('export_chatbot', { chatbotId: made.id });
  expect(exported).toMatchObject({ document: { schemaVersion: 1, chatbot: { name: 'From a template' } } });
}

async function writeKnowledge(call: Call, chatbotId: unknown): Promise<void> {
  const { id: categoryId } = await call('create_knowledge_category', { chatbotId, name: 'Billing' });
  const article = { title: 'How do I pay?', description: 'Ways to pay.', content: 'By card or by invoice.' };
  const { id: articleId } = await call('create_knowledge_article', { chatbotId, ...article, categoryId });
  const published = await call('update_knowledge_article', { chatbotId, articleId, reviewStatus: 'published' });
  expect(published).toMatchObject({ id: articleId, reviewStatus: 'published' });
  expect(await call('get_knowledge_article', { chatbotId, articleId })).toMatchObject({ content: article.content });
  expect(await call('list_knowledge_base', { chatbotId, categoryId })).toMatchObject({ data: [{ id: articleId }] });
  const categories = await call('list_knowledge_categories', { chatbotId });
  expect(categories).toMatchObject({ data: [{ id: categoryId, articleCount: 1 }] });
  expect(await call('update_ai_config', { chatbotId, enabled: true })).toMatchObject({ enabled: true });
  expect(await call('get_ai_config', { chatbotId })).toMatchObject({ mode: 'ai_first', provider: 'extractive' });
}

async function subscribe(call: Call, chatbotId: unknown): Promise<void> {
  const url = 'https://hooks.example.com/conferbot';
  const made = await call('create_webhook', { chatbotId, url, events: ['response.created'] });
  expect(made).toMatchObject({ url, status: 'active', secret: expect.stringMatching(/^whsec_/) });
  const { id: webhookId } = made;
  expect(await call('list_webhooks', { chatbotId })).toMatchObject({ data: [{ id: webhookId }] });
  expect(await call('get_webhook', { webhookId })).toMatchObject({ secretHint: expect.stringContaining('••••') });
  expect(await call('update_webhook', { webhookId, status: 'paused' })).toMatchObject({ status: 'paused' });
  const { secret } = await call('regenerate_webhook_secret', { webhookId });
  expect(secret).not.toBe(made.secret);
  expect(await call('get_webhook_delivery_logs', { webhookId })).toMatchObject({ data: [] });
  expect(await call('delete_webhook', { webhookId })).toMatchObject({ deleted: true });
}

interface Chat {
  readonly chatbotId: string;
  readonly sessionId: string;
}

/** Publishes a question, and answers it as a visitor does. */
async function chat(call: Call, address: string, chatbotId: string): Promise<Chat> {
  await call('update_chatbot', { chatbotId, disabled: false });
  await call('update_chatbot_flow', { chatbotId, flow: questionFlow });
  await call('publish_flow_version', { chatbotId });
  const sessionId = await visit(address, chatbotId, 'Ada');
  return { chatbotId, sessionId };
}

async function readConversation(call: Call, { chatbotId, sessionId }: Chat): Promise<void> {
  const conversation = { chatbotId, conversationId: sessionId };
  expect(await call('list_conversations', { chatbotId })).toMatchObject({ data: [{ id: sessionId }] });
  expect(await call('get_conversation', conversation)).toMatchObject({ id: sessionId, status: 'completed' });
  expect(await call('get_conversation_analytics', conversation)).toMatchObject({ messageCounts: { visitor: 1 } });
  expect(await call('get_conversation_summary', { chatbotId })).toMatchObject({ chatbotId });
  expect(await call('list_tickets', { chatbotId })).toMatchObject({ data: [] });
  const { data } = (await call('list_responses', { chatbotId })) as { data: { id: string }[] };
  const response = await call('get_response', { chatbotId, responseId: data[0]?.id });
  expect(response).toMatchObject({ answers: [{ key: 'name', value: 'Ada' }] });
}

async function readNumbers(call: Call, chatbotId: unknown): Promise<void> {
  // A moment lies between what happens and its being counted.
  const totals = async () => (await call('get_chatbot_analytics', { chatbotId })).totals;
  await expect.poll(totals).toMatchObject({ starts: 1, responses: 1 });
  expect(await call('get_api_usage', {})).toMatchObject({ plan: 'enterprise', quota: null });
}
