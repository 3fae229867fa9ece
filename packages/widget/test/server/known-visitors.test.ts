import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { conversations } from '@conferbot/conversations';
import { createEgress } from '@conferbot/egress';
import { createPluginRoutes } from '@conferbot/runtime';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secrets, widgetPlugins } from './support/plugins.ts';
import { Visitor } from './support/visitor.ts';

const evil = `<script>alert(1)</script>'; drop table channels; --`;
const flow = {
  nodes: [
    { id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } },
    { id: 'name', type: 'ask-name-node', data: { questionText: 'Name?', answerVariable: 'name' } },
    { id: 'bye', type: 'message-node', data: { text: 'Bye {{name}}.' } },
  ],
  edges: [
    { source: 'welcome', target: 'name' },
    { source: 'name', target: 'bye' },
  ],
};

interface Opened {
  readonly status: number;
  readonly message?: string;
  readonly sessionId?: string;
  readonly visitorId?: string;
  readonly token?: string;
}

let bed: Testbed;
let visitor: Visitor;
let workspace: TestWorkspace;
let chatbotId: string;
const clock = { now: Date.parse('2026-03-02T09:00:00.000Z') };

beforeAll(async () => {
  const talks = conversations({ sessionKey: randomBytes(32), secrets, egress: createEgress() });
  bed = await testbed([...widgetPlugins(), talks], { clock: () => clock.now });
  visitor = new Visitor(bed.runtime);
});
afterAll(() => bed?.[Symbol.asyncDispose]());
beforeEach(async () => {
  workspace = bed.workspace();
  ({ id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' }));
  await workspace.call('update_chatbot_flow', { chatbotId, flow });
  await workspace.call('publish_flow_version', { chatbotId });
});

async function channel(type: string): Promise<string> {
  const { data } = await workspace.call<{ data: { id: string; type: string }[] }>('list_channels', { chatbotId });
  return data.find(one => one.type === type)?.id ?? '';
}

async function owner(method: string, path: string, body?: unknown, as = workspace): Promise<Record<string, unknown>> {
  const routes = createPluginRoutes(bed.runtime);
  const url = new URL(`/api/v1/external/v1${path}`, 'https://chat.example');
  const match = routes.match(method, url.pathname);
  if (match.kind !== 'found' || match.value.access !== 'key') throw new Error(`${path}: ${match.kind}`);
  const request = new Request(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const answer = await routes.callWithKey(match.value, match.params, request, as.caller);
  return { status: answer.status, ...((await answer.json()) as object) };
}

async function newKey(type: string): Promise<string> {
  const made = await owner('POST', `/channels/${await channel(type)}/key`);
  expect(made.status).toBe(201);
  return String(made.key);
}

async function open(body: object | string, headers: Record<string, string> = {}): Promise<Opened> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`https://chat.example/api/v1/chat/${chatbotId}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
  const response = await visitor.fetch(request);
  return { ...((await response.json()) as Omit<Opened, 'status'>), status: response.status };
}

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
const conversation = (conversationId: string | undefined) =>
  workspace.call<Record<string, unknown>>('get_conversation', { chatbotId, conversationId });
const show = async (type: string) =>
  (await workspace.call<{ config: Record<string, string> }>('get_channel_config', { channelId: await channel(type) }))
    .config;

describe('the key of a channel', () => {
  it('is shown once, then masked; a new one takes the place of the old', async () => {
    const first = await newKey('web');
    expect(first).toMatch(/^cbid_[\w-]{43}$/);
    expect(await show('web')).toMatchObject({ identitySecret: `••••${first.slice(-4)}` });
    const rows = await bed.store.run({ role: 'app', workspaceId: workspace.id, readOnly: true }, [
      { text: 'select config from channels', values: [] },
    ]);
    expect(JSON.stringify(rows)).not.toContain(first);
    const second = await newKey('web');
    const identity = (key: string) => ({ identity: { userId: 'u1', hash: hmac(key, 'u1') } });
    expect(await open(identity(first))).toMatchObject({ status: 401 });
    expect(await open(identity(second))).toMatchObject({ status: 201 });
  });

  it('is made for channels of this server only, by keys that may write, in their own workspace', async () => {
    expect(await owner('POST', `/channels/${await channel('telegram')}/key`)).toMatchObject({ status: 400 });
    expect(await owner('POST', `/channels/${chatbotId}/key`)).toMatchObject({ status: 400 });
    const web = await channel('web');
    for (const stranger of [bed.workspace({ scopes: ['read'] }), bed.workspace()]) {
      const refused = [
        await owner('POST', `/channels/${web}/key`, undefined, stranger),
        await owner('PUT', `/channels/${web}/identity`, { required: true }, stranger),
      ];
      for (const { status } of refused) expect([403, 404]).toContain(status);
    }
    expect(await show('web')).not.toHaveProperty('identitySecret');
  });
});

describe('a visitor', () => {
  it('is verified by the hash of their id, and stands so in the conversation and the response', async () => {
    const secret = await newKey('web');
    const userId = 'user.1';
    const opened = await open({
      visitorId: 'somebody',
      visitor: { name: 'Ada' },
      identity: { userId, hash: hmac(secret, userId).toUpperCase() },
    });
    expect(opened).toMatchObject({ status: 201, visitorId: userId });
    expect(await conversation(opened.sessionId)).toMatchObject({
      visitorId: userId,
      verified: true,
      visitor: { name: 'Ada' },
    });
    await visitor.fetch(
      new Request(`https://chat.example/api/v1/chat/sessions/${opened.sessionId}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${opened.token}` },
        body: JSON.stringify({ clientMessageId: 'm', text: 'Ada' }),
      }),
    );
    const { responseId } = await conversation(opened.sessionId);
    expect(await workspace.call('get_response', { chatbotId, responseId })).toMatchObject({ verified: true });
    const unknown = await open({ visitorId: userId });
    expect(await conversation(unknown.sessionId)).toMatchObject({ visitorId: userId, verified: false });
  });

  it('is verified by a token, which says name and e-mail too', async () => {
    const secret = await newKey('web');
    const token = await new SignJWT({ name: 'Ada', email: 'ada@example.org' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('ada@example.org')
      .setExpirationTime(clock.now / 1000 + 60)
      .sign(new TextEncoder().encode(secret));
    const opened = await open({ visitor: { name: 'Eve', phone: '1' }, identity: { token } });
    expect(opened).toMatchObject({ status: 201, visitorId: 'ada@example.org' });
    expect(await conversation(opened.sessionId)).toMatchObject({
      verified: true,
      visitor: { name: 'Ada', email: 'ada@example.org', phone: '1' },
    });
    clock.now += 91_000;
    expect(await open({ identity: { token } })).toMatchObject({
      status: 401,
      message: expect.stringContaining('expired'),
    });
  });

  it('is refused with a proof that is none, and told why', async () => {
    const secret = await newKey('web');
    const other = randomBytes(32).toString('base64url');
    const jwt = (claims: Record<string, unknown>, key = secret, alg = 'HS256') =>
      new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));
    const exp = clock.now / 1000 + 60;
    const proofs = [
      { userId: 'u1', hash: hmac(other, 'u1') },
      { userId: 'u1', hash: hmac(secret, 'u2') },
      { userId: 'u1', hash: hmac(secret, 'u1').slice(2) },
      { userId: 'u1', hash: '' },
      { userId: evil, hash: evil },
      { token: evil },
      { token: await jwt({ sub: 'u1', exp }, other) },
      { token: await jwt({ sub: 'u1', exp }, secret, 'HS512') },
      { token: await jwt({ sub: 'u1' }) },
      { token: await jwt({ exp }) },
      { token: await jwt({ sub: '', exp }) },
      { token: await jwt({ sub: 'x'.repeat(129), exp }) },
      { token: new UnsecuredJWT({ sub: 'u1', exp }).encode() },
    ];
    for (const identity of proofs) {
      const refused = await open({ identity });
      expect(refused, JSON.stringify(identity)).toMatchObject({ status: 401 });
      expect(refused.message).not.toContain('script');
    }
    for (const identity of [{}, { userId: 'u1' }, { userId: '', hash: 'x' }, { userId: 'a\nb', hash: 'x' }, 'u1']) {
      expect((await open({ identity })).status, JSON.stringify(identity)).toBe(400);
    }
  });

  it('is refused as long as nothing is set up, if they say to be somebody', async () => {
    const identity = { userId: 'u1', hash: hmac('', 'u1') };
    expect(await open({ identity })).toMatchObject({
      status: 401,
      message: expect.stringContaining('no identity secret'),
    });
    expect(await open({})).toMatchObject({ status: 201 });
  });

  it('has to be verified where the owner wants it', async () => {
    const path = `/channels/${await channel('web')}/identity`;
    expect(await owner('PUT', path, { required: true })).toMatchObject({ status: 409 });
    const secret = await newKey('web');
    expect(await owner('PUT', path, { required: true })).toMatchObject({
      status: 200,
      required: true,
      identitySecret: `••••${secret.slice(-4)}`,
    });
    expect(await show('web')).toMatchObject({ identityRequired: 'true' });
    expect(await open({})).toMatchObject({ status: 401, message: expect.stringContaining('identity') });
    expect(await open({ channel: 'mobile' })).toMatchObject({ status: 401 });
    expect(await open({ identity: { userId: 'u1', hash: hmac(secret, 'u1') } })).toMatchObject({ status: 201 });
    await newKey('web');
    expect(await show('web')).toMatchObject({ identityRequired: 'true' });
    expect(await owner('PUT', path, { required: false })).toMatchObject({ status: 200 });
    expect(await open({})).toMatchObject({ status: 201 });
    for (const body of [undefined, {}, { required: 'yes' }, { required: true, more: evil }]) {
      expect(await owner('PUT', path, body)).toMatchObject({ status: 400 });
    }
    expect(await owner('PUT', `/channels/${await channel('api')}/identity`, { required: true })).toMatchObject({
      status: 400,
    });
  });
});

describe('the channel api', () => {
  const sign = (key: string, text: string, at = clock.now) => {
    const timestamp = String(Math.floor(at / 1000));
    return { 'x-conferbot-timestamp': timestamp, 'x-conferbot-signature': hmac(key, `${timestamp}.${text}`) };
  };
  const body = JSON.stringify({ channel: 'api', visitorId: 'u1', visitor: { name: 'Ada' } });

  it('takes what a server of the owner signs, which speaks for its users', async () => {
    const key = await newKey('api');
    const opened = await open(body, sign(key, body));
    expect(opened).toMatchObject({ status: 201, visitorId: 'u1' });
    expect(await conversation(opened.sessionId)).toMatchObject({ channel: 'api', verified: true, visitorId: 'u1' });
    const nobody = JSON.stringify({ channel: 'api' });
    const { sessionId } = await open(nobody, sign(key, nobody));
    expect(await conversation(sessionId)).toMatchObject({ channel: 'api', verified: false });
    const answer = await visitor.get(`/api/v1/chat/sessions/${opened.sessionId}?after=1`, {
      authorization: `Bearer ${opened.token}`,
    });
    expect(await answer.json()).toMatchObject({ messages: [{ text: 'Name?' }], input: { nodeId: 'name' } });
  });

  it('refuses what is unsigned, signed by others, changed, or late, and says why', async () => {
    expect(await open(body, sign('', body))).toMatchObject({
      status: 401,
      message: expect.stringContaining('no signing key'),
    });
    const key = await newKey('api');
    const web = await newKey('web');
    expect(await open(body)).toMatchObject({ status: 401, message: expect.stringContaining('signed calls only') });
    const stale = [301_000, -301_000].map(ms => sign(key, body, clock.now + ms));
    const wrong = [
      sign(web, body),
      sign(key, `${body} `),
      { ...sign(key, body), 'x-conferbot-timestamp': String(Math.floor(clock.now / 1000) + 1) },
      { ...sign(key, body), 'x-conferbot-signature': evil },
      { ...sign(key, body), 'x-conferbot-timestamp': 'now' },
      ...stale,
    ];
    for (const headers of wrong)
      expect(await open(body, headers), JSON.stringify(headers)).toMatchObject({ status: 401 });
    expect(await open(body, sign(key, body, clock.now - 299_000))).toMatchObject({ status: 201 });
  });

  it('opens one conversation for a call that comes again', async () => {
    const key = await newKey('api');
    const named = JSON.stringify({ channel: 'api', visitorId: 'u1', clientSessionId: randomUUID() });
    const [first, second] = [await open(named, sign(key, named)), await open(named, sign(key, named))];
    expect(second.sessionId).toBe(first.sessionId);
  });

  it('says how to sign, and shows its key masked', async () => {
    expect(await show('api')).toMatchObject({ signing: expect.stringContaining('HMAC-SHA256') });
    expect(await show('api')).not.toHaveProperty('signingKey');
    const key = await newKey('api');
    expect(await show('api')).toMatchObject({ signingKey: `••••${key.slice(-4)}` });
  });
});
