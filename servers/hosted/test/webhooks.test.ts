import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Operator, operate } from './support/operator.ts';
import { type ServerProcess, spawnServer } from './support/process.ts';
import { Random } from './support/random.ts';
import { Visitor } from './support/visitor.ts';
import { type Delivery, startWebhookReceiver, type WebhookReceiver } from './support/webhook-receiver.ts';

/** Decides how long visitors think. The first name tells it. */
const seed = Number(process.env.TEST_SEED ?? randomInt(2 ** 31));
const random = new Random(seed);

const flow = {
  nodes: [
    { id: 'welcome', type: 'welcome-node', data: { text: 'Welcome!' } },
    { id: 'name', type: 'ask-name-node', data: { questionText: 'Who are you?', answerVariable: 'name' } },
    { id: 'wish', type: 'ask-custom-question-node', data: { questionText: 'What for?', answerVariable: 'wish' } },
    { id: 'bye', type: 'message-node', data: { text: 'Noted.' } },
  ],
  edges: [
    { source: 'welcome', target: 'name' },
    { source: 'name', target: 'wish' },
    { source: 'wish', target: 'bye' },
  ],
};
/** What one conversation with it causes, in this order. */
const events = ['conversation.started', 'response.created', 'response.updated', 'conversation.completed'];

let dataDir: string;
let server: ServerProcess;
let operator: Operator;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'conferbot-webhooks-'));
  server = await spawnServer({ DATA_DIR: dataDir, ALLOW_PRIVATE_WEBHOOKS: '1', LOG_LEVEL: 'trace' });
  operator = await operate(server.address, dataDir);
});
afterAll(async () => {
  if (server?.process.exitCode === null) await server.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

async function chatbot(): Promise<string> {
  const { id } = await operator.call('create_chatbot', { name: 'Orders' });
  const chatbotId = String(id);
  await operator.call('update_chatbot_flow', { chatbotId, flow });
  await operator.call('publish_flow_version', { chatbotId });
  return chatbotId;
}

/** Visitors have whole conversations, all at once. Returns their ids. */
async function converse(chatbotId: string, visitors: number): Promise<string[]> {
  const signal = AbortSignal.timeout(60_000);
  const all = Array.from({ length: visitors }, (_, index) => {
    const says = [
      { nodeId: 'name', body: { text: `Ada ${index}` } },
      { nodeId: 'wish', body: { text: 'Tea.' } },
    ];
    const address = `198.18.${randomInt(256)}.${index}`;
    const visit = { server: server.address, chatbotId, address, says, random, acknowledged: () => undefined, signal };
    return new Visitor(visit);
  });
  await Promise.all(all.map(visitor => visitor.converse()));
  return all.map(({ sessionId }) => sessionId);
}

interface Entry {
  readonly id: string;
  readonly event: string;
  readonly status: string;
  readonly attempt: number;
  readonly statusCode: number | null;
  readonly error: { readonly kind: string; readonly message: string } | null;
  readonly requestBody: string;
}

async function logs(webhookId: unknown): Promise<{ readonly data: readonly Entry[]; readonly total: number }> {
  const page = (await operator.call('get_webhook_delivery_logs', { webhookId, limit: 50 })) as {
    data: Entry[];
    pagination: { total: number };
  };
  return { data: page.data, total: page.pagination.total };
}

/** As the documentation of webhooks has it. */
function expectFlat({ body, headers }: Delivery, chatbotId: string): void {
  const { event, timestamp, deliveryId, ...fields } = JSON.parse(body);
  const visitorId = expect.stringMatching(/^vis_/);
  const responseId = fields.chatSessionId.replace('cnv_', 'res_');
  const names = { chatSessionId: expect.stringMatching(/^cnv_/), botId: chatbotId };
  const wanted: Record<string, object> = {
    'conversation.started': { ...names, visitorId, channel: 'web' },
    'response.created': { ...names, responseId, visitorId },
    'response.updated': { ...names, responseId },
    'conversation.completed': { ...names, visitorId, channel: 'web', responseId, durationSeconds: expect.any(Number) },
  };
  expect(fields, event).toEqual(wanted[event]);
  expect(new Date(timestamp).toISOString()).toBe(timestamp);
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'Conferbot-Webhooks/1.0',
    'x-webhook-event': event,
    'webhook-id': deliveryId,
  });
}

it(`a receiver verifies all that conversations cause, before, while and after its secret is replaced (TEST_SEED=${seed})`, async () => {
  const visitors = 10;
  const perRound = visitors * events.length;
  await using receiver: WebhookReceiver = await startWebhookReceiver();
  const chatbotId = await chatbot();
  const webhook = await operator.call('create_webhook', { chatbotId, url: receiver.url, events });
  const webhookId = webhook.id;
  await receiver.trust(String(webhook.secret));

  const sessions = await converse(chatbotId, visitors);
  await receiver.reach(perRound);
  const { secret } = await operator.call('regenerate_webhook_secret', { webhookId });
  await converse(chatbotId, visitors);
  await receiver.reach(2 * perRound);
  await receiver.trust(String(secret));
  await converse(chatbotId, visitors);
  await receiver.reach(3 * perRound);

  const rounds = [0, 1, 2].map(round => receiver.deliveries.slice(round * perRound, (round + 1) * perRound));
  const verified = rounds.map(deliveries => new Set(deliveries.map(({ genuine }) => JSON.stringify(genuine))));
  const genuine = (plain: boolean, previous: boolean) => new Set([JSON.stringify({ standard: true, plain, previous })]);
  expect(verified).toEqual([genuine(true, false), genuine(false, true), genuine(true, false)]);

  for (const delivery of receiver.deliveries) expectFlat(delivery, chatbotId);
  for (const session of sessions) {
    const bodies = receiver.deliveries.map(({ body }) => JSON.parse(body));
    const told = bodies.filter(({ chatSessionId }) => chatSessionId === session).map(({ event }) => event);
    expect(told, session).toEqual(events);
  }
  expect(new Set(receiver.deliveries.map(({ headers }) => headers['webhook-id'])).size).toBe(3 * perRound);

  const ended = async () => (await logs(webhookId)).data.every(({ status }) => status === 'delivered');
  while (!(await ended())) await sleep(50);
  const { data, total } = await logs(webhookId);
  expect(total).toBe(3 * perRound);
  const sent = new Map(receiver.deliveries.map(({ headers, body }) => [headers['webhook-id'], body]));
  for (const entry of data) {
    expect(entry).toMatchObject({ status: 'delivered', attempt: 1, statusCode: 204, error: null });
    expect(entry.requestBody).toBe(sent.get(entry.id));
  }

  const read = await Promise.all([
    operator.call('list_webhooks', {}),
    operator.call('get_webhook', { webhookId }),
    operator.call('update_webhook', { webhookId, description: 'Orders.' }),
    operator.call('get_webhook_delivery_logs', { webhookId, limit: 50 }),
    operator.call('export_chatbot', { chatbotId }),
  ]);
  for (const key of [webhook.secret, secret].map(String)) {
    expect(key).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    const core = key.slice('whsec_'.length);
    expect(JSON.stringify(read)).not.toContain(core);
    expect(server.output()).not.toContain(core);
  }
  kept.push(String(webhook.secret), String(secret));
}, 120_000);

/** Secrets that the next tests look for where the server keeps its data. */
const kept: string[] = [];

interface Listening extends AsyncDisposable {
  readonly url: string;
}

async function listen(server: Server, scheme = 'http'): Promise<Listening> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const answering = (listener: RequestListener) => listen(createServer(listener));

it('endpoints that hang, fail, redirect and have a bad certificate hold up no healthy one, and each log says why', async () => {
  // As many as one page of logs shows.
  const conversations = 50;
  const delays: number[] = [];
  let reached = 0;
  const certificate = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
  await using canary = await answering((_request, response) => {
    reached++;
    response.end();
  });
  await using hanging = await answering(() => undefined);
  await using failing = await answering((_request, response) => response.writeHead(500).end('It broke.'));
  await using moved = await answering((_request, response) => response.writeHead(307, { location: canary.url }).end());
  const secure = createSecureServer({ key: certificate.private, cert: certificate.cert }, (_request, response) => {
    reached++;
    response.end();
  });
  await using badlyCertified = await listen(
    secure.on('tlsClientError', () => undefined),
    'https',
  );
  await using healthy = await answering(async (request, response) => {
    const { timestamp } = JSON.parse(await text(request));
    delays.push(Date.now() - Date.parse(timestamp));
    response.end();
  });
  const chatbotId = await chatbot();
  const create = async ({ url }: Listening) =>
    (await operator.call('create_webhook', { chatbotId, url, events: ['conversation.started'] })).id;
  const troubled = [
    [await create(hanging), 'timeout', null],
    [await create(failing), 'status', 500],
    [await create(moved), 'status', 307],
    [await create(badlyCertified), 'tls', null],
  ] as const;
  await create(healthy);

  // In pairs over a while, so that the hanging one has all the attempts under way that it may have.
  for (let index = 0; index < conversations; index += 2) {
    await Promise.all([open(chatbotId, index), open(chatbotId, index + 1)]);
  }
  const signal = AbortSignal.timeout(60_000);
  while (delays.length < conversations) await sleep(20, undefined, { signal });

  for (const [webhookId, kind, statusCode] of troubled) {
    const failures = async () => (await logs(webhookId)).data.filter(({ error }) => error !== null);
    while ((await failures()).length === 0) await sleep(200, undefined, { signal });
    for (const { status, error, statusCode: answered } of await failures()) {
      expect([status, error?.kind, answered]).toEqual(['retrying', kind, statusCode]);
    }
    expect((await failures())[0]?.error?.message).toMatch(
      { timeout: /sent no answer within 10 s/, tls: /certificate|TLS/i, status: new RegExp(`${statusCode}`) }[kind],
    );
  }
  expect(reached).toBe(0);
  delays.sort((one, other) => one - other);
  const p99 = delays[Math.ceil(delays.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY;
  console.info(`healthy endpoint beside four troubled ones: p50 ${delays[delays.length / 2]} ms, p99 ${p99} ms`);
  expect(p99).toBeLessThan(10_000);
}, 90_000);

async function open(chatbotId: string, index: number): Promise<void> {
  const response = await fetch(`${server.address}/api/v1/chat/${chatbotId}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.19.0.${index}` },
    body: '{}',
  });
  if (response.status !== 201) throw new Error(await response.text());
}

it('no signing secret is in any column', async () => {
  expect(await server.end('SIGTERM')).toBe(0);
  const database = await PGlite.create(join(dataDir, 'store'));
  const { rows: tables } = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  let dump = '';
  for (const { name } of tables) {
    const { rows } = await database.query<{ text: string }>(`select t::text as text from ${name} t`);
    dump += rows.map(row => row.text).join('\n');
  }
  await database.close();
  expect(kept).toHaveLength(2);
  expect(dump).toContain('conversation.completed');
  for (const secret of kept) {
    const core = secret.slice('whsec_'.length);
    const hex = Buffer.from(core, 'base64').toString('hex');
    for (const form of [core, hex, Buffer.from(core).toString('hex'), Buffer.from(secret).toString('base64')]) {
      expect(dump).not.toContain(form);
    }
  }
});
