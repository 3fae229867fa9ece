import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionTokens } from '../src/runtime/session-tokens.ts';
import { ChatBed } from './support/chat-bed.ts';
import { type Opened, refusal, textsOf } from './support/chat-client.ts';
import { askEmail, askName, leadFlow, line, say } from './support/flows.ts';

let chats: ChatBed;
let leadBot: string;
const workspace = () => owner;
let owner: ReturnType<ChatBed['bed']['workspace']>;

beforeAll(async () => {
  chats = await ChatBed.open();
  owner = chats.bed.workspace();
  leadBot = await chats.chatbot(owner, leadFlow);
});
afterAll(() => chats[Symbol.asyncDispose]());

const post = async (session: Opened, body: unknown) => refusal(await chats.chat.post(session, body));

describe('a message', () => {
  it('that comes again is answered alike and taken once, however often', async () => {
    const session = await chats.chat.open(leadBot);
    const message = { clientMessageId: 'm1', text: 'Ada' };
    const [first, ...again] = await Promise.all(Array.from({ length: 5 }, () => chats.chat.send(session, message)));
    expect(textsOf(first as Opened)).toEqual(['And your e-mail?']);
    for (const answer of again) expect(answer).toEqual(first);
    await chats.chat.send(session, { clientMessageId: 'm2', text: 'ada@example.org' });
    expect(await chats.chat.send(session, message)).toEqual(first);
    expect((await chats.chat.get(session)).messages.filter(({ from }) => from === 'visitor')).toHaveLength(2);
  });

  it('that has the name of another one is refused', async () => {
    const session = await chats.chat.open(leadBot);
    await chats.chat.send(session, { clientMessageId: 'm1', text: 'Ada' });
    expect(await post(session, { clientMessageId: 'm1', text: 'Grace' })).toMatchObject({
      status: 409,
      error: 'Conflict',
    });
    expect((await chats.chat.get(session)).input).toMatchObject({ nodeId: 'email' });
  });

  it('waits for its turn: two at once are two answers, never one lost or doubled', async () => {
    const session = await chats.chat.open(leadBot);
    const answers = await Promise.all([
      chats.chat.send(session, { clientMessageId: 'a', text: 'ada@example.org' }),
      chats.chat.send(session, { clientMessageId: 'b', text: 'ada@example.org' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['active', 'completed']);
    const { messages } = await chats.chat.get(session);
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(messages.map(({ from }) => from)).toEqual(['bot', 'bot', 'visitor', 'bot', 'visitor', 'bot']);
  });

  it('is refused where it says nothing, too much, or what is no message', async () => {
    const session = await chats.chat.open(leadBot);
    for (const body of [
      {},
      { clientMessageId: 'x' },
      { text: 'no name' },
      { clientMessageId: 'two words', text: 'x' },
      { clientMessageId: 'x', text: 'x'.repeat(10_001) },
      { clientMessageId: 'x', text: 7 },
      { clientMessageId: 'x', choiceIds: 'one' },
      { clientMessageId: 'x', value: [[['deep']]] },
      { clientMessageId: 'x', fileId: '018f0000-0000-7000-8000-000000000000' },
      '{"clientMessageId": "x", ',
      '[]',
      'null',
    ]) {
      const json = typeof body === 'string' ? { headers: { 'content-type': 'application/json' } } : {};
      const { sessionId, token } = session;
      const response = await chats.chat.fetch('POST', `/sessions/${sessionId}/messages`, { token, body, ...json });
      expect(response.status, JSON.stringify(body).slice(0, 60)).toBe(400);
    }
    const { sessionId, token } = session;
    const plain = await chats.chat.fetch('POST', `/sessions/${sessionId}/messages`, { token, body: '{}' });
    expect(plain.status).toBe(415);
    const million = { clientMessageId: 'x', text: 'x'.repeat(1_000_000) };
    expect((await chats.chat.post(session, million)).status).toBe(413);
    expect((await chats.chat.get(session)).messages).toHaveLength(2);
    expect(await chats.chat.send(session, { clientMessageId: 'x', text: 'y'.repeat(10_000) })).toMatchObject({
      status: 'active',
    });
  });

  it('is text, whatever it looks like: nothing of it is run, filled in or broken', async () => {
    const evil = `<script>alert("1")</script> {{email}} \${name} '; drop table chatbots; -- \u0000 \ud800 %s`;
    const chatbotId = await chats.chatbot(
      workspace(),
      line(
        { id: 'q', type: 'ask-custom-question-node', data: { questionText: '?', answerVariable: 'q' } },
        say('echo', 'So: {{q}}'),
      ),
    );
    const session = await chats.chat.open(chatbotId, {
      visitor: { name: evil, email: evil, phone: evil },
      meta: { page: evil, referrer: evil, device: evil, locale: '"><b>', timezone: '../../etc' },
    });
    const answer = await chats.chat.send(session, { clientMessageId: 'm', text: evil });
    expect(answer.status).toBe('completed');
    const [said] = textsOf(answer);
    expect(said).not.toContain('<script>');
    const kept = evil.replace('\u0000', '').replace('\ud800', '\ufffd');
    expect((await chats.chat.get(session)).messages.find(({ from }) => from === 'visitor')?.text).toBe(kept);
    expect(await chats.rows(workspace(), `select value from conversation_answers where node_id = 'q'`)).toEqual([
      { value: kept },
    ]);
    for (const field of ['visitorId', 'channel']) {
      expect((await chats.chat.fetch('POST', `/${chatbotId}/sessions`, { body: { [field]: evil } })).status).toBe(400);
    }
  });

  it('takes a choice by its id, and stands there by its label', async () => {
    const chatbotId = await chats.chatbot(workspace(), {
      nodes: [
        { id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } },
        { id: 'sure', type: 'yes-or-no-choice-node', data: { choicePrompt: 'Sure?', answerVariable: 'sure' } },
        say('yes', 'Great.'),
        say('no', 'Pity.'),
      ],
      edges: [
        { source: 'welcome', target: 'sure' },
        { source: 'sure', target: 'yes', sourceHandle: 'yes' },
        { source: 'sure', target: 'no', sourceHandle: 'no' },
      ],
    });
    const session = await chats.chat.open(chatbotId);
    const options = (session.input as { options?: { id: string; label: string }[] } | null)?.options ?? [];
    const no = options.at(-1);
    expect(options).toHaveLength(2);
    const answer = await chats.chat.send(session, { clientMessageId: 'm', choiceId: no?.id });
    expect(textsOf(answer)).toEqual(['Pity.']);
    expect((await chats.chat.get(session)).messages.find(({ from }) => from === 'visitor')).toMatchObject({
      type: 'choice',
      text: no?.label,
      choiceId: no?.id,
    });
  });
});

describe('a session', () => {
  it('opens by its own token only', async () => {
    const session = await chats.chat.open(leadBot);
    const other = await chats.chat.open(leadBot);
    const { token } = session;
    const forged = new SessionTokens(randomBytes(32)).issue(
      { workspaceId: workspace().id, conversationId: '018f0000-0000-7000-8000-000000000000' },
      chats.clock.now,
    );
    const flipped = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`;
    for (const wrong of [other.token, forged, flipped, `${token}=`, token.slice(0, -1), '', 'x']) {
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/events'],
        ['POST', '/messages'],
        ['POST', '/end'],
        ['POST', '/rating'],
        ['POST', '/handover'],
        ['POST', '/files'],
      ] as const) {
        const body = method === 'POST' ? { clientMessageId: 'm', text: 'Ada', rating: 1 } : undefined;
        const response = await chats.chat.fetch(method, `/sessions/${session.sessionId}${path}`, {
          token: wrong,
          body,
        });
        expect(response.status, `${method} ${path}`).toBe(401);
        expect(response.headers.get('access-control-allow-origin')).toBe('*');
      }
    }
    expect((await chats.chat.get(session)).lastSeq).toBe(2);
  });

  it('does not open after 30 days', async () => {
    const session = await chats.chat.open(leadBot);
    const before = chats.clock.now;
    chats.pass(30 * 86_400_000 - 1);
    expect((await chats.chat.get(session)).lastSeq).toBe(2);
    chats.pass(1);
    const { sessionId, token } = session;
    expect((await chats.chat.fetch('GET', `/sessions/${sessionId}`, { token })).status).toBe(401);
    chats.clock.now = before;
  });

  it('stays on the version with which it started', async () => {
    const chatbotId = await chats.chatbot(workspace(), line(askName('Old question?'), say('end', 'Old end.')));
    const session = await chats.chat.open(chatbotId);
    await chats.publish(workspace(), chatbotId, line(askName('New question?'), askEmail, say('end', 'New end.')));
    expect(textsOf(await chats.chat.send(session, { clientMessageId: 'm', text: 'Ada' }))).toEqual(['Old end.']);
    expect(textsOf(await chats.chat.open(chatbotId))).toEqual(['Hi!', 'New question?']);
  });

  it('is refused by a chatbot that is unknown, unpublished or disabled; what runs goes on', async () => {
    const refused = async (id: string) => refusal(await chats.chat.fetch('POST', `/${id}/sessions`, { body: {} }));
    expect(await refused('bot_01jd0000000000000000000000')).toMatchObject({ status: 404 });
    expect(await refused('nonsense')).toMatchObject({ status: 404 });
    const { id } = await workspace().call<{ id: string }>('create_chatbot', { name: 'Draft' });
    expect(await refused(id)).toMatchObject({ status: 409, message: expect.stringContaining('never published') });
    const chatbotId = await chats.chatbot(workspace(), leadFlow);
    const session = await chats.chat.open(chatbotId);
    await workspace().call('update_chatbot', { chatbotId, disabled: true });
    expect(await refused(chatbotId)).toMatchObject({ status: 409, message: expect.stringContaining('disabled') });
    expect(textsOf(await chats.chat.send(session, { clientMessageId: 'm', text: 'Ada' }))).toEqual([
      'And your e-mail?',
    ]);
  });

  it('goes with its chatbot, counted', async () => {
    const chatbotId = await chats.chatbot(workspace(), leadFlow);
    const session = await chats.chat.open(chatbotId);
    await chats.chat.open(chatbotId);
    await chats.chat.send(session, { clientMessageId: 'm', text: 'Ada' });
    const { removed } = await workspace().call('delete_chatbot', { chatbotId });
    expect(removed).toMatchObject({ conversations: 2, responses: 1, messages: 6, files: 0, tickets: 0 });
    const { sessionId, token } = session;
    expect((await chats.chat.fetch('GET', `/sessions/${sessionId}`, { token })).status).toBe(404);
    expect((await chats.chat.post(session, { clientMessageId: 'n', text: 'x' })).status).toBe(404);
    expect((await chats.chat.fetch('POST', `/${chatbotId}/sessions`, { body: {} })).status).toBe(404);
  });

  it('is limited: 60 a minute from one address, 60 messages a minute', async () => {
    const opened = Array.from({ length: 61 }, () =>
      chats.chat.fetch('POST', '/nonsense/sessions', { body: {}, address: '203.0.113.7' }),
    );
    const statuses = (await Promise.all(opened)).map(({ status }) => status);
    expect(statuses.filter(status => status === 429)).toHaveLength(1);
    const other = await chats.chat.fetch('POST', '/nonsense/sessions', { body: {}, address: '203.0.113.8' });
    expect(other.status).toBe(404);
    const session = await chats.chat.open(leadBot);
    const sent = await Promise.all(Array.from({ length: 61 }, () => chats.chat.post(session, {})));
    const late = sent.filter(({ status }) => status === 429);
    expect(late.map(({ headers }) => headers.get('retry-after'))).toEqual(['1']);
  });
});

describe('workspaces', () => {
  it('see nothing of each other', async () => {
    const session = await chats.chat.open(leadBot);
    await chats.chat.send(session, { clientMessageId: 'm', text: 'Ada' });
    const stranger = chats.bed.workspace();
    for (const table of [
      'chat_addresses',
      'conversations',
      'conversation_messages',
      'conversation_answers',
      'conversation_visits',
      'conversation_replies',
      'conversation_effects',
      'conversation_alarms',
      'conversation_files',
      'tickets',
      'ticket_numbers',
    ]) {
      expect(await chats.rows(stranger, `select 1 from ${table}`), table).toEqual([]);
    }
    expect((await chats.rows(owner, 'select 1 from conversation_messages')).length).toBeGreaterThan(0);
  });

  it('are told apart by the worker in two tables only', async () => {
    const read = (table: string) =>
      chats.bed.store.run({ role: 'worker', readOnly: true }, [{ text: `select 1 from ${table}`, values: [] }]);
    await expect(read('chat_addresses')).resolves.toBeDefined();
    await expect(read('conversation_alarms')).resolves.toBeDefined();
    for (const table of ['conversations', 'conversation_messages', 'conversation_effects', 'conversation_files']) {
      await expect(read(table), table).rejects.toThrow(/permission denied/);
    }
  });
});
