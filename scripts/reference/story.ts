import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hookUrl, type StoryServer } from './server.ts';

/** A call as it was made, and what came of it. */
export interface Example {
  /** Of the tool or the prompt; the address of a resource, as it is listed. */
  readonly name: string;
  readonly given: unknown;
  readonly result: unknown;
}

type Result = Record<string, unknown> & { readonly id: string; readonly data: readonly { readonly id: string }[] };
type Call = (tool: string, args: Readonly<Record<string, unknown>>) => Promise<Result>;

/** A bakery builds a chatbot for cake orders, is visited, and looks at what came of it: every tool is called. */
export async function tellStory(server: StoryServer): Promise<Example[]> {
  const examples: Example[] = [];
  const note = (example: Example) => {
    examples.push(JSON.parse(JSON.stringify(example).replaceAll(server.refusingHook, hookUrl)) as Example);
  };
  const call: Call = async (tool, args) => {
    const { structuredContent, content, isError } = await server.ask('tools/call', { name: tool, arguments: args });
    if (isError === true) throw new Error(`${tool} failed: ${JSON.stringify(content)}`);
    note({ name: tool, given: args, result: structuredContent ?? content });
    return structuredContent as Result;
  };
  const { id: chatbotId } = await call('create_chatbot', {
    name: 'Cake orders',
    description: 'Takes orders of cakes.',
  });
  await buildFlow(call, chatbotId);
  await tryFlow(call, chatbotId);
  await dressWidget(call, chatbotId);
  await writeKnowledge(call, chatbotId);
  await beVisited(call, server, chatbotId);
  const webhookId = await tellOthers(call, server, chatbotId);
  await readResources(server, note, { chatbotId });
  await askPrompts(server, note, {
    chatbotId,
    webhookId,
    description: 'Ask which cake, for when, and for whom.',
    topic: 'Orders, opening hours and allergens',
  });
  await call('delete_webhook', { webhookId });
  await manageChatbots(call, chatbotId);
  return examples;
}

async function buildFlow(call: Call, chatbotId: string): Promise<void> {
  await call('describe_node_type', { type: 'ask-email-node' });
  await call('add_flow_node', {
    chatbotId,
    node: {
      id: 'name',
      type: 'ask-name-node',
      position: { x: 0, y: 140 },
      data: { questionText: 'What is your name?', answerVariable: 'name' },
    },
  });
  await call('connect_flow_nodes', { chatbotId, edge: { source: 'welcome', target: 'name' } });
  const connect = (source: string, target: string) => ({ op: 'connect', edge: { source, target } });
  await call('apply_flow_patch', {
    chatbotId,
    operations: [
      {
        op: 'add_node',
        node: {
          id: 'email',
          type: 'ask-email-node',
          data: { questionText: 'Where do we write to, {{name}}?', answerVariable: 'email' },
        },
      },
      { op: 'add_node', node: { id: 'thanks', type: 'message-node', data: { text: 'Thank you!' } } },
      connect('name', 'email'),
      connect('email', 'thanks'),
    ],
  });
  await call('get_chatbot_flow', { chatbotId });
  await call('publish_flow_version', { chatbotId });
  await call('delete_flow_node', { chatbotId, nodeId: 'thanks' });
  const welcome = { id: 'welcome', type: 'welcome-node', data: { text: 'Hello! What cake may we bake?' } };
  const cake = {
    id: 'cake',
    type: 'ask-question-node',
    data: { questionText: 'Which cake would you like?', answerVariable: 'cake' },
  };
  await call('update_chatbot_flow', {
    chatbotId,
    versionName: 'One question',
    flow: { nodes: [welcome, cake], edges: [{ source: 'welcome', target: 'cake' }] },
  });
  const { data: versions } = await call('list_flow_versions', { chatbotId });
  const [newest, first] = versions.map(({ id }) => id);
  await call('get_flow_version', { chatbotId, versionId: newest });
  await call('diff_flow_versions', { chatbotId, fromVersionId: first, toVersionId: newest });
  await call('restore_flow_version', { chatbotId, versionId: first });
}

async function tryFlow(call: Call, chatbotId: string): Promise<void> {
  await call('validate_flow', { chatbotId });
  await call('simulate_flow', { chatbotId, inputs: [{ text: 'Ada' }, { text: 'ada@example.com' }] });
  await call('explore_flow', { chatbotId, visitors: 10 });
}

async function dressWidget(call: Call, chatbotId: string): Promise<void> {
  await call('update_widget_config', {
    chatbotId,
    config: { headerBgColor: '#7a3b10', chatIconCtaText: 'Order a cake' },
    allowedOrigins: [],
  });
  await call('get_widget_config', { chatbotId });
  const { data } = await call('list_channels', { chatbotId });
  await call('get_channel_config', { channelId: data[0]?.id });
}

async function writeKnowledge(call: Call, chatbotId: string): Promise<void> {
  const { id: categoryId } = await call('create_knowledge_category', { chatbotId, name: 'Orders' });
  const { id: articleId } = await call('create_knowledge_article', {
    chatbotId,
    categoryId,
    title: 'How early do I have to order?',
    description: 'Two days before, by noon.',
    content: '## Cakes\n\nOrder two days before, by noon.\n\n## Bread\n\nOrder the day before.',
  });
  await call('update_knowledge_article', { chatbotId, articleId, reviewStatus: 'published' });
  await call('get_knowledge_article', { chatbotId, articleId });
  await call('list_knowledge_base', { chatbotId, reviewStatus: 'published' });
  await call('list_knowledge_categories', { chatbotId });
  await call('update_ai_config', { chatbotId, enabled: true, mode: 'ai_first' });
  await call('get_ai_config', { chatbotId });
}

/** A visitor answers what is asked; another one asks for a person. */
async function beVisited(call: Call, { address }: StoryServer, chatbotId: string): Promise<void> {
  const conversationId = await visit(address, chatbotId, 'ada', ['Ada', 'ada@example.com']);
  await visit(address, chatbotId, 'grace', ['Grace'], 'handover');
  await call('list_conversations', { chatbotId });
  await call('get_conversation', { chatbotId, conversationId });
  await call('get_conversation_analytics', { chatbotId, conversationId });
  await call('get_conversation_summary', { chatbotId });
  const { data } = await call('list_responses', { chatbotId });
  await call('get_response', { chatbotId, responseId: data.at(-1)?.id });
  await call('list_tickets', { chatbotId });
  await call('get_chatbot_analytics', { chatbotId, days: 7 });
  await call('get_api_usage', {});
}

async function visit(
  address: string,
  chatbotId: string,
  visitorId: string,
  said: readonly string[],
  then?: 'handover',
): Promise<string> {
  const post = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
    const response = await fetch(`${address}/api/v1/chat${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Record<string, string>;
  };
  const { sessionId = '', token } = await post(`/${chatbotId}/sessions`, { visitorId });
  const session = `/sessions/${sessionId}`;
  for (const text of said) await post(`${session}/messages`, { clientMessageId: randomUUID(), text }, token);
  if (then !== undefined) await post(`${session}/${then}`, {}, token);
  return sessionId;
}

/** The endpoint refuses what it gets. */
async function tellOthers(call: Call, { ask, refusingHook }: StoryServer, chatbotId: string): Promise<string> {
  const events = ['response.created', 'conversation.handover'];
  const { id: webhookId } = await call('create_webhook', { chatbotId, url: refusingHook, events });
  await call('test_webhook', { webhookId });
  const logs = { name: 'get_webhook_delivery_logs', arguments: { webhookId } };
  for (;;) {
    const { structuredContent } = await ask('tools/call', logs);
    if (JSON.stringify(structuredContent).includes('401')) break;
    await sleep(100);
  }
  const { data } = await call('get_webhook_delivery_logs', { webhookId });
  const deliveryId = data[0]?.id;
  await call('explain_webhook_failure', { deliveryId });
  await call('get_webhook', { webhookId });
  await call('list_webhooks', { chatbotId });
  await call('regenerate_webhook_secret', { webhookId });
  await call('update_webhook', { webhookId, status: 'paused' });
  await call('replay_webhook_delivery', { deliveryId });
  return webhookId;
}

type Note = (example: Example) => void;

async function readResources({ composition, ask }: StoryServer, note: Note, names: Record<string, string>) {
  for (const { resource } of composition.resources.values()) {
    const uri = resource.uri.replace(/\{(\w+)\}/g, (_, name) => names[name] ?? '');
    const { contents } = (await ask('resources/read', { uri })) as { contents: readonly { readonly text: string }[] };
    note({ name: resource.uri, given: uri, result: JSON.parse(contents[0]?.text ?? 'null') });
  }
}

async function askPrompts({ composition, ask }: StoryServer, note: Note, known: Record<string, string>) {
  for (const { prompt, args } of composition.prompts.values()) {
    const needed = args.filter(({ required }) => required).map(({ name }) => [name, known[name]]);
    const given = Object.fromEntries(needed);
    const { messages } = await ask('prompts/get', { name: prompt.name, arguments: given });
    note({ name: prompt.name, given, result: messages });
  }
}

async function manageChatbots(call: Call, chatbotId: string): Promise<void> {
  await call('get_template_categories', {});
  const { data } = await call('list_templates', { limit: 2 });
  await call('create_from_template', { templateId: data[0]?.id, name: 'From a template' });
  const { id: copyId } = await call('duplicate_chatbot', { chatbotId });
  await call('update_chatbot', { chatbotId: copyId, name: 'Bread orders' });
  await call('list_chatbots', { limit: 2 });
  await call('get_chatbot', { chatbotId });
  await call('export_chatbot', { chatbotId, part: 'flow' });
  await call('delete_chatbot', { chatbotId: copyId });
}
