import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Caller, call, callAll } from './call.ts';
import { beginning } from './form-of.ts';
import type { TestServer } from './server.ts';
import { visit } from './visit.ts';

/** So few that a list of responses holds every answer: it shows up to 8,000 bytes of each. */
export const conversationCount = 6;

/** What the authors of a workspace wrote, each text in a place of its own. */
interface Written {
  readonly chatbotId: string;
  readonly webhookId: string;
  readonly articleId: string;
}

/** What visitors said to a chatbot, people noted about it and an endpoint answered. */
interface Visited {
  readonly visitedId: string;
  readonly hookId: string;
  readonly conversationIds: readonly string[];
}

export interface World extends Caller, Written, Visited {}

/** A workspace of a server in which texts stand wherever somebody may write. */
export async function writeWorld(server: TestServer, written: readonly string[]): Promise<World> {
  const { key } = await server.tenant('enterprise');
  const caller = { server, key };
  const authors = await write(caller, written);
  const visitors = await converse(caller, written);
  // Last, since a list of chatbots holds them all.
  for (const text of written) {
    await call(caller, 'create_chatbot', { name: beginning(text, 100), description: beginning(text, 1_000) });
  }
  return { ...caller, ...authors, ...visitors };
}

async function write(caller: Caller, written: readonly string[]): Promise<Written> {
  const [first = ''] = written;
  const { id } = await call(caller, 'create_chatbot', { name: first.slice(0, 100), description: written[1] });
  const chatbotId = String(id);
  const said = written.map((text, index) => ({ id: `n${index}`, type: 'message-node', data: { text } }));
  const nodes = [{ id: 'welcome', type: 'welcome-node', data: { text: first } }, ...said];
  await call(caller, 'update_chatbot_flow', { chatbotId, flow: { nodes, edges: [] } });
  const article = { chatbotId, title: 'Title', description: written[2], content: written.join('\n\n') };
  const { id: articleId } = await call(caller, 'create_knowledge_article', article);
  const webhook = { chatbotId, url: 'https://hooks.example.com/x', events: ['response.created'] };
  const { id: webhookId } = await call(caller, 'create_webhook', { ...webhook, description: written[3] });
  return { chatbotId, webhookId: String(webhookId), articleId: String(articleId) };
}

/** Each text is an answer of a visitor, what an endpoint answers to it, the subject of a ticket, a category. */
async function converse(caller: Caller, written: readonly string[]): Promise<Visited> {
  const { id } = await call(caller, 'create_chatbot', { name: 'Visited' });
  const visitedId = String(id);
  const perConversation = Math.ceil(written.length / conversationCount);
  await call(caller, 'update_chatbot_flow', { chatbotId: visitedId, flow: questions(perConversation) });
  await call(caller, 'publish_flow_version', { chatbotId: visitedId });
  const events = ['response.created', 'response.updated'];
  await using endpoint = await answering(written);
  const hook = { chatbotId: visitedId, url: endpoint.url, events };
  const { id: hookId } = await call(caller, 'create_webhook', hook);

  const conversationIds: string[] = [];
  for (let index = 0; index < conversationCount; index++) {
    const said = written.filter((_, place) => place % conversationCount === index);
    conversationIds.push(await visit(caller.server.address, visitedId, said));
  }
  for (const [index, text] of written.entries()) {
    const subject = beginning(text, 200);
    const conversationId = conversationIds[index % conversationCount];
    const ticket = await people(caller, `/conversations/${conversationId}/ticket`, { subject });
    // Closed, so that the next one is another.
    await people(caller, `/tickets/${ticket.id}`, { status: 'closed' }, 'PATCH');
    const category = { chatbotId: visitedId, name: beginning(text, 60), description: beginning(text, 500) };
    await call(caller, 'create_knowledge_category', category);
  }
  await delivered(caller, String(hookId), written.length);
  return { visitedId, hookId: String(hookId), conversationIds };
}

async function people(
  { server, key }: Caller,
  path: string,
  body: object,
  method = 'POST',
): Promise<Record<string, unknown>> {
  const response = await server.rest(key, path, { method, body: JSON.stringify(body) });
  expect(response.status, path).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

interface Endpoint extends AsyncDisposable {
  readonly url: string;
}

/** Answers each delivery with another text. */
async function answering(written: readonly string[]): Promise<Endpoint> {
  let next = 0;
  const listening = createServer((_request, response) => response.end(written[next++])).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      listening.closeAllConnections();
      listening.close();
      await once(listening, 'close');
    },
  };
}

async function delivered(caller: Caller, webhookId: string, count: number): Promise<void> {
  for (;;) {
    const { data } = await callAll(caller, 'get_webhook_delivery_logs', { webhookId });
    if ((data as { status: string }[]).filter(({ status }) => status === 'delivered').length >= count) return;
    await sleep(100);
  }
}

/** A flow that asks so many open questions, one after the other. */
function questions(count: number): object {
  const asked = Array.from({ length: count }, (_, index) => ({
    id: `q${index}`,
    type: 'ask-custom-question-node',
    data: { questionText: `What is ${index}?`, answerVariable: `a${index}` },
  }));
  const nodes = [{ id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } }, ...asked];
  const edges = nodes.slice(1).map(({ id }, index) => ({ source: nodes[index]?.id, target: id }));
  return { nodes, edges };
}
