import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEgress, type Egress } from '@conferbot/egress';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChatBed } from './support/chat-bed.ts';
import { textsOf } from './support/chat-client.ts';
import { askName, line, say } from './support/flows.ts';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly body: string;
}

const heard: Heard[] = [];
let reply: { status: number; body: string } = { status: 200, body: '{}' };
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    heard.push({ headers: request.headers, url: request.url ?? '', body: Buffer.concat(chunks).toString() });
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
  });
});
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

let chats: ChatBed;
let workspace: ReturnType<ChatBed['bed']['workspace']>;
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  chats = await ChatBed.open();
  workspace = chats.bed.workspace();
});
beforeEach(() => {
  heard.length = 0;
  reply = { status: 200, body: '{}' };
});
afterAll(async () => {
  await chats[Symbol.asyncDispose]();
  server.close();
});

const secret = 'sk-live-4242424242';
const call = (changes: object = {}) => ({
  id: 'call',
  type: 'webhook-node',
  data: {
    url: `${address()}/orders?name={{name}}`,
    method: 'POST',
    body: { asked: '{{name}}' },
    answerVariable: 'order',
    authentication: { type: 'bearer', token: secret },
    maxRetries: 0,
    ...changes,
  },
});

const orderFlow = (changes: object = {}) => line(askName(), call(changes), say('told', 'It is {{order.state}}.'));

describe('an HTTP call of a flow', () => {
  it('is made after the turn, and its result is in the same answer', async () => {
    const chatbotId = await chats.chatbot(workspace, orderFlow());
    const session = await chats.chat.open(chatbotId);
    reply = { status: 200, body: '{"state": "on its way"}' };
    const answer = await chats.chat.send(session, { clientMessageId: 'm', text: 'Ada' });
    expect(textsOf(answer)).toEqual(['It is on its way.']);
    expect(answer.status).toBe('completed');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ url: '/orders?name=Ada', body: '{"asked":"Ada"}' });
    expect(heard[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    expect(await chats.chat.send(session, { clientMessageId: 'm', text: 'Ada' })).toEqual(answer);
    expect(heard).toHaveLength(1);
    expect(await latestEffects()).toEqual([{ status: 'done', request: null, error: null }]);
  });

  it('that fails takes the default output', async () => {
    const chatbotId = await chats.chatbot(workspace, orderFlow({ errorMessage: 'The shop does not answer.' }));
    const session = await chats.chat.open(chatbotId);
    reply = { status: 500, body: 'boom' };
    const answer = await chats.chat.send(session, { clientMessageId: 'm', text: 'Ada' });
    expect(textsOf(answer)).toEqual(['The shop does not answer.', 'It is .']);
    expect(answer.status).toBe('completed');
    expect(await latestEffects()).toEqual([{ status: 'failed', request: null, error: 'status' }]);
  });

  it('may be the first thing that happens', async () => {
    reply = { status: 200, body: '{"state": "open"}' };
    const chatbotId = await chats.chatbot(workspace, line(call(), say('told', 'We are {{order.state}}.'), askName()));
    const session = await chats.chat.open(chatbotId);
    expect(textsOf(session)).toEqual(['Hi!', 'We are open.', 'What is your name?']);
    expect(session.input).toMatchObject({ nodeId: 'name' });
    const { responseCount } = await workspace.call<{ responseCount: number }>('get_chatbot', { chatbotId });
    expect(responseCount).toBe(0);
  });

  it('shows its secret nowhere but to the service', async () => {
    const gate = gatedEgress();
    await using slow = await ChatBed.open({ egress: gate.egress });
    const owner = slow.bed.workspace();
    const session = await slow.chat.open(await slow.chatbot(owner, orderFlow()));
    const sent = slow.chat.send(session, { clientMessageId: 'm', text: 'Ada' });
    await gate.reached;
    for (const table of [
      'conversations',
      'conversation_effects',
      'conversation_messages',
      'conversation_replies',
      'flow_versions',
    ]) {
      expect(JSON.stringify(await slow.rows(owner, `select * from ${table}`)), table).not.toContain(secret);
    }
    gate.open();
    const seen = [await sent, await slow.chat.get(session)];
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect(JSON.stringify(slow.bed.logs)).not.toContain(secret);
  });

  it('holds up further messages of its session until its result is there', async () => {
    const gate = gatedEgress();
    await using slow = await ChatBed.open({ egress: gate.egress });
    reply = { status: 200, body: '{"state": "ready"}' };
    const flow = line(askName(), call(), askName('And your last name?'), say('end', 'Bye.'));
    const nodes = (flow as { nodes: { id: string }[] }).nodes;
    const second = nodes.findLastIndex(({ id }) => id === 'name');
    (nodes[second] as { id: string }).id = 'last';
    const edges = [
      ['welcome', 'name'],
      ['name', 'call'],
      ['call', 'last'],
      ['last', 'end'],
    ].map(([source, target]) => ({ source, target }));
    const session = await slow.chat.open(await slow.chatbot(slow.bed.workspace(), { nodes, edges }));
    const first = slow.chat.send(session, { clientMessageId: 'a', text: 'Ada' });
    await gate.reached;
    expect(await slow.chat.get(session)).toMatchObject({ status: 'active', input: null });
    const next = slow.chat.send(session, { clientMessageId: 'b', text: 'Lovelace' });
    gate.open();
    expect(textsOf(await first)).toEqual(['And your last name?']);
    expect(textsOf(await next)).toEqual(['Bye.']);
  });
});

describe('a mail of a flow', () => {
  const mailFlow = line(
    { id: 'mail', type: 'email-node', data: { to: 'team@shop.example', subject: 'A visitor', body: 'Came.' } },
    askName(),
  );
  const attempts = async (of: ChatBed, owner: { readonly id: string }) => {
    const [row] = await of.rows(
      owner,
      'select status, error, attempts, request is null as forgotten from conversation_effects',
    );
    return row;
  };

  it('holds up nobody, is tried again later, and given up in the end', async () => {
    await using post = await ChatBed.open({ mail: { url: 'smtp://127.0.0.1:1', from: 'bot@shop.example' } });
    const owner = post.bed.workspace();
    const session = await post.chat.open(await post.chatbot(owner, mailFlow));
    expect(session.input).toMatchObject({ nodeId: 'name' });
    for (const [index, minutes] of [1, 10, 60].entries()) {
      await until(async () => (await dueIn(post, owner)) === minutes * 60_000);
      expect(await attempts(post, owner)).toMatchObject({ status: 'pending', attempts: index + 1 });
      post.pass(minutes * 60_000);
      await post.lookAfter();
    }
    await until(async () => (await attempts(post, owner))?.status === 'failed');
    expect(await attempts(post, owner)).toEqual({ status: 'failed', error: 'failed', attempts: 4, forgotten: true });
    await post.lookAfter();
    post.pass(60 * 60_000);
    await post.lookAfter();
    expect(await post.rows(owner, `select 1 from conversation_alarms where kind = 'effects'`)).toEqual([]);
  });

  it('ends where nobody set up a way to send it', async () => {
    const session = await chats.chat.open(await chats.chatbot(workspace, mailFlow));
    expect(session.input).toMatchObject({ nodeId: 'name' });
    await until(async () => JSON.stringify(await latestEffects()).includes('not_configured'));
    expect(await latestEffects()).toEqual([{ status: 'failed', request: null, error: 'not_configured' }]);
  });
});

/** Milliseconds until the only effect is due. */
async function dueIn(of: ChatBed, owner: { readonly id: string }): Promise<number> {
  const [row] = await of.rows<{ due_at: string }>(owner, 'select due_at from conversation_effects');
  return Date.parse(row?.due_at ?? '') - of.clock.now;
}

describe('a process that dies between the commit and the call', () => {
  it('leaves the call to another one, which makes it under the same name', async () => {
    const dead = gatedEgress();
    await using dying = await ChatBed.open({ egress: dead.egress });
    const session = await dying.chat.open(await dying.chatbot(dying.bed.workspace(), orderFlow()));
    void dying.chat.post(session, { clientMessageId: 'm', text: 'Ada' });
    await dead.reached;
    const [name] = dead.names;

    reply = { status: 200, body: '{"state": "found"}' };
    const other = dying.process();
    await dying.lookAfter(other);
    expect(heard).toHaveLength(0);
    dying.pass(5 * 60_000);
    await dying.lookAfter(other);
    await until(async () => (await dying.chat.get(session)).status === 'completed');
    expect(heard.map(({ headers }) => headers['idempotency-key'])).toEqual([name]);
    const answer = await dying.chat.send(session, { clientMessageId: 'm', text: 'Ada' });
    expect(textsOf(answer)).toEqual(['It is found.']);

    // It was only slow: what it brings now comes too late.
    dead.open();
    await until(async () => heard.length === 2);
    expect((await dying.chat.get(session)).messages.filter(({ nodeId }) => nodeId === 'told')).toHaveLength(1);
  });
});

/** Of the conversation that was opened last. */
function latestEffects(): Promise<object[]> {
  return chats.rows(
    workspace,
    `select status, request, error from conversation_effects
     where conversation_id = (select id from conversations order by id desc limit 1)`,
  );
}

/** Requests wait before they go out, until the gate is opened. */
function gatedEgress(): { egress: Egress; reached: Promise<void>; open: () => void; names: (string | undefined)[] } {
  const real = createEgress({ allowPrivate: true });
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const { promise: reached, resolve: arrive } = Promise.withResolvers<void>();
  const names: (string | undefined)[] = [];
  const egress: Egress = {
    async request(request) {
      names.push(request.headers?.['idempotency-key']);
      arrive();
      await opened;
      return real.request(request);
    },
    check: (...given) => real.check(...given),
    close: () => real.close(),
  };
  return { egress, reached, open, names };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await condition()) return;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('It never happened.');
}
