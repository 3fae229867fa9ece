import { definePlugin, type EventRecord, onEvery } from '@conferbot/plugin';
import { engines, type TestWorkspace } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AgentClient } from '../support/agent-client.ts';
import { ChatBed } from '../support/chat-bed.ts';
import { type Opened, textsOf } from '../support/chat-client.ts';
import { askName, line } from '../support/flows.ts';

interface Ticket {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly priority: string;
  readonly assignee: string | null;
  readonly subject: string;
  readonly firstResponseAt: string | null;
  readonly closedAt: string | null;
  readonly conversationId: string;
}

const handover = {
  id: 'person',
  type: 'human-handover-node',
  data: { handoverMessage: 'One moment.', fallbackMessage: 'Nobody is here.', maxWaitTime: 5, priority: 'HIGH' },
};
const bye = { id: 'bye', type: 'message-node', data: { text: 'Bye, {{name}}!' } };
const flow = line(askName(), handover, bye);
const grace = { agent: { name: 'Grace' } };

describe.each(engines)('on %s', engine => {
  const events: EventRecord[] = [];
  const listener = definePlugin({
    id: 'listener',
    version: '1.0.0',
    subscriptions: [onEvery('listen', async event => void events.push(event))],
  });
  let chats: ChatBed;
  let workspace: TestWorkspace;
  let agent: AgentClient;
  let chatbotId: string;

  beforeAll(async () => {
    chats = await ChatBed.open({}, { engine, extra: [listener] });
  });
  afterAll(() => chats?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    workspace = chats.bed.workspace();
    agent = new AgentClient(chats.bed.runtime, workspace);
    chatbotId = await chats.chatbot(workspace, flow);
  });

  const tickets = async (more: object = {}) =>
    (await workspace.call<{ data: Ticket[] }>('list_tickets', { chatbotId, ...more })).data;
  const waiting = async (name = 'Ada'): Promise<Opened> => {
    const session = await chats.chat.open(chatbotId);
    await chats.chat.send(session, { clientMessageId: 'm1', text: name });
    return session;
  };
  /** What a visitor's browser sees as it happens. */
  const watch = async ({ sessionId, token }: Opened) => {
    const gone = new AbortController();
    const path = `/sessions/${sessionId}/events`;
    const { body } = await chats.chat.fetch('GET', path, { token, signal: gone.signal });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    return {
      async until(text: string) {
        while (!seen.includes(text)) {
          const { done, value } = (await reader?.read()) ?? { done: true };
          if (done) throw new Error(`The stream ended without ${text}: ${seen}`);
          seen += value;
        }
      },
      [Symbol.asyncDispose]: async () => void (await reader?.cancel()),
    };
  };
  const say = (session: Opened, id: string, text: string) => chats.chat.send(session, { clientMessageId: id, text });

  it('a person is called, answers, hands back, and the flow goes on', async () => {
    const session = await waiting();
    const { sessionId: id } = session;
    const [ticket] = await tickets();
    expect(ticket).toMatchObject({ number: 1, status: 'open', priority: 'high', conversationId: id, subject: 'Ada' });
    expect(await workspace.call('get_conversation', { chatbotId, conversationId: id })).toMatchObject({
      status: 'waiting_human',
      ticketId: ticket?.id,
    });

    chats.pass(30_000);
    expect(await agent.act(id, 'messages', { text: 'Hello, I am Grace.', ...grace })).toMatchObject({
      conversationId: id,
      status: 'human',
    });
    const answeredAt = new Date(chats.clock.now).toISOString();
    expect((await chats.chat.get(session)).messages.slice(-2)).toMatchObject([
      { from: 'system', type: 'agent_joined' },
      { from: 'agent', type: 'text', text: 'Hello, I am Grace.', name: 'Grace' },
    ]);
    const seen = { status: 'in-progress', assignee: 'Grace', firstResponseAt: answeredAt };
    expect(await agent.ticket(ticket?.id ?? '')).toMatchObject(seen);

    await say(session, 'm2', 'Where is my parcel?');
    chats.pass(30_000);
    await agent.act(id, 'messages', { text: 'On its way.', agent: { name: 'Alan' } });
    expect((await tickets())[0]).toMatchObject(seen);
    await agent.patch(ticket?.id ?? '', { status: 'open', assignee: null });
    await agent.act(id, 'messages', { text: 'It arrives today.', agent: { name: 'Alan' } });
    expect((await tickets())[0]).toMatchObject({ ...seen, assignee: 'Alan' });

    const back = await agent.act(id, 'handback');
    expect(back.status).toBe('completed');
    expect((await chats.chat.get(session, back.lastSeq - 1)).messages).toMatchObject([
      { from: 'bot', text: 'Bye, Ada!' },
    ]);
    expect(await workspace.call('get_conversation_analytics', { chatbotId, conversationId: id })).toMatchObject({
      status: 'completed',
      messageCounts: { visitor: 2, agent: 3 },
      firstHumanReplySeconds: 30,
      durationSeconds: 60,
      dropOff: null,
      nodePath: [{ nodeId: 'welcome' }, { nodeId: 'name' }, { nodeId: 'person', dwellSeconds: 60 }, { nodeId: 'bye' }],
    });
  });

  it('says a message once, however often it is sent, and answers it alike, after the end too', async () => {
    const { sessionId: id, ...session } = await waiting();
    const message = { text: 'Hello!', clientMessageId: 'a1', ...grace };
    const [first, ...again] = await Promise.all(Array.from({ length: 4 }, () => agent.act(id, 'messages', message)));
    for (const answer of again) expect(answer).toEqual(first);
    await agent.act(id, 'messages', { text: 'Hello!', ...grace });
    await agent.act(id, 'messages', { ...message, clientMessageId: 'a2' });
    const said = async () =>
      (await chats.chat.get({ sessionId: id, ...session })).messages.filter(({ from }) => from === 'agent');
    expect(await said()).toHaveLength(3);
    for (const one of await said()) expect(one).not.toHaveProperty('clientMessageId');
    for (const other of [
      { ...message, text: 'Bye!' },
      { ...message, agent: { name: 'Alan' } },
    ]) {
      const refused = await agent.refused('POST', `/conversations/${id}/messages`, other);
      expect(refused).toMatchObject({ status: 409, message: expect.stringContaining('a1') });
    }
    await agent.act(id, 'close');
    expect(await agent.act(id, 'messages', message)).toEqual(first);
    expect(
      await agent.refused('POST', `/conversations/${id}/messages`, { ...message, clientMessageId: 'a3' }),
    ).toMatchObject({ status: 409 });
    expect(await said()).toHaveLength(3);
  });

  it('a message of a person and one of the visitor may have the same name', async () => {
    const session = await waiting();
    await agent.act(session.sessionId, 'messages', { text: 'Hello!', clientMessageId: 'm1' });
    const { messages } = await chats.chat.get(session);
    expect(messages.filter(({ clientMessageId }) => clientMessageId === 'm1').map(({ from }) => from)).toEqual([
      'visitor',
    ]);
  });

  it('tells others of the ticket', async () => {
    await chats.bed.relay.drain();
    events.length = 0;
    const { sessionId } = await waiting();
    await chats.bed.relay.drain();
    const rows = await chats.rows<{ id: string; conversation_id: string }>(workspace, 'select * from tickets');
    expect(events.filter(({ name }) => name === 'ticket.created').map(({ payload }) => payload)).toEqual([
      {
        ticketId: rows[0]?.id,
        number: 1,
        chatbotId: expect.any(String),
        conversationId: rows[0]?.conversation_id,
        priority: 'high',
      },
    ]);
    expect((await tickets())[0]?.conversationId).toBe(sessionId);
  });

  it('numbers tickets within the workspace, one open ticket for a conversation', async () => {
    const [first, second] = [await waiting('Ada'), await waiting('Bob')];
    expect((await tickets()).map(({ number }) => number)).toEqual([2, 1]);
    const again = await agent.act<Ticket>(first.sessionId, 'ticket', { subject: 'Parcel', priority: 'urgent' });
    expect(again).toMatchObject({ number: 1, subject: 'Parcel', priority: 'urgent', assignee: null });
    await agent.patch(again.id, { status: 'closed' });
    const anew = await agent.act<Ticket>(first.sessionId, 'ticket', {});
    expect(anew).toMatchObject({ number: 3, status: 'open', priority: 'normal', subject: 'Ada' });
    expect(await agent.refused('PATCH', `/tickets/${again.id}`, { status: 'open' })).toMatchObject({
      status: 409,
      message: expect.stringContaining('number 3'),
    });
    await agent.patch(anew.id, { status: 'closed' });
    expect(await agent.patch(again.id, { status: 'pending' })).toMatchObject({ status: 'pending', closedAt: null });
    const conversation = { chatbotId, conversationId: second.sessionId };
    expect(await workspace.call('get_conversation', conversation)).toMatchObject({ status: 'waiting_human' });
    const other = chats.bed.workspace();
    const theirs = await chats.chatbot(other, flow);
    await chats.chat.send(await chats.chat.open(theirs), { clientMessageId: 'm1', text: 'Eve' });
    expect((await other.call<{ data: Ticket[] }>('list_tickets', { chatbotId: theirs })).data).toMatchObject([
      { number: 1 },
    ]);
  });

  it('opens one ticket when several people do it at once', async () => {
    const session = await chats.chat.open(chatbotId);
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => agent.act<Ticket>(session.sessionId, 'assign', { assignee: 'Grace' })),
    );
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(await tickets()).toMatchObject([{ assignee: 'Grace', number: 1 }]);
    expect(await agent.act(session.sessionId, 'assign', { assignee: null })).toMatchObject({ assignee: null });
  });

  it('a person comes uncalled without a ticket, and types', async () => {
    const session = await chats.chat.open(chatbotId);
    expect(await agent.act(session.sessionId, 'join')).toMatchObject({ status: 'human' });
    expect(await tickets()).toEqual([]);
    expect(textsOf(await chats.chat.get(session)).at(-1)).toContain('test joined');
    await using stream = await watch(session);
    await agent.act(session.sessionId, 'typing');
    await stream.until('"typing":true');
    await agent.act(session.sessionId, 'messages', { text: 'Good morning' });
    await stream.until('Good morning');
    await say(session, 'm1', 'Are you real?');
    expect(await agent.act(session.sessionId, 'handback')).toMatchObject({ status: 'active' });
    expect((await chats.chat.get(session)).input).toMatchObject({ nodeId: 'name' });
  });

  it('a person is called on behalf of the visitor once', async () => {
    const { sessionId } = await chats.chat.open(chatbotId);
    const once = await agent.act(sessionId, 'handover');
    expect(once.status).toBe('waiting_human');
    expect(await agent.act(sessionId, 'handover')).toEqual(once);
    expect(await tickets()).toMatchObject([{ priority: 'normal', subject: 'A visitor asks for a person.' }]);
  });

  it('closing ends the conversation and its ticket, unless that is to stay', async () => {
    const [first, second] = [await waiting(), await waiting()];
    expect(await agent.act(first.sessionId, 'close')).toMatchObject({ status: 'closed' });
    await agent.act(second.sessionId, 'close', { closeTicket: false });
    expect(await tickets({ status: 'closed' })).toMatchObject([
      { conversationId: first.sessionId, closedAt: new Date(chats.clock.now).toISOString() },
    ]);
    expect(await tickets({ status: 'open' })).toMatchObject([{ conversationId: second.sessionId, closedAt: null }]);
    expect(await agent.refused('POST', `/conversations/${first.sessionId}/messages`, { text: 'Hi' })).toMatchObject({
      status: 409,
    });
    const failed = await agent.refused('POST', `/conversations/${first.sessionId}/handback`);
    expect(failed).toMatchObject({ status: 409 });
  });

  it('a ticket changes where it is told to', async () => {
    const session = await waiting();
    const [ticket] = await tickets();
    chats.pass(1_000);
    const id = ticket?.id ?? '';
    const updatedAt = new Date(chats.clock.now).toISOString();
    const changed = await agent.patch(id, { priority: 'low', assignee: ' Grace ', subject: 'Parcel' });
    expect(changed).toEqual({ ...ticket, priority: 'low', assignee: 'Grace', subject: 'Parcel', updatedAt });
    const closed = await agent.patch(id, { status: 'closed' });
    expect(closed).toEqual({ ...changed, status: 'closed', closedAt: updatedAt });
    chats.pass(1_000);
    expect(await agent.patch(id, { status: 'closed' })).toMatchObject({ closedAt: updatedAt });
    expect(await agent.ticket(id)).toMatchObject({ conversationId: session.sessionId, status: 'closed' });
  });

  it.each([
    ['an empty message', 'messages', { text: '  ' }, 'text'],
    ['a message of 10,001 characters', 'messages', { text: 'x'.repeat(10_001) }, 'text'],
    ['a message whose name is none', 'messages', { text: 'Hi', clientMessageId: 'two words' }, 'clientMessageId'],
    ['a nameless person', 'messages', { text: 'Hi', agent: { name: '' } }, 'agent.name'],
    ['an unknown member', 'messages', { text: 'Hi', colour: 'red' }, 'colour'],
    ['half a body', 'messages', '{"text":', 'JSON'],
    ['a list', 'messages', '[1]', 'object'],
    ['an assignment to no word of whom', 'assign', {}, 'assignee'],
    ['an unknown priority', 'ticket', { priority: 'asap' }, 'priority'],
    ['a word for yes or no', 'close', { closeTicket: 'no' }, 'closeTicket'],
  ])('refuses %s', async (_what, action, body, named) => {
    const { sessionId } = await chats.chat.open(chatbotId);
    const refused = await agent.refused('POST', `/conversations/${sessionId}/${action}`, body);
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining(named) });
  });

  it('refuses changes of a ticket that say nothing, or what is no status', async () => {
    await waiting();
    const [{ id } = { id: '' }] = await tickets();
    expect(await agent.refused('PATCH', `/tickets/${id}`, {})).toMatchObject({ status: 400 });
    expect(await agent.refused('PATCH', `/tickets/${id}`, { status: 'in_progress' })).toMatchObject({ status: 400 });
    const conversationId = (await tickets())[0]?.conversationId;
    expect(await agent.refused('PATCH', `/tickets/${conversationId}`, { status: 'open' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('the id of a conversation'),
    });
  });

  it('answers what another workspace has as what nobody has', async () => {
    const { sessionId } = await waiting();
    const [{ id: ticketId } = { id: '' }] = await tickets();
    const stranger = new AgentClient(chats.bed.runtime, chats.bed.workspace());
    const nobodys = (id: string) => `${id.slice(0, 4)}${'0'.repeat(25)}1`;
    const calls = [
      ...['join', 'typing', 'handover', 'handback', 'close', 'ticket'].map(what => [what, {}] as const),
      ['messages', { text: 'Hi' }] as const,
      ['assign', { assignee: 'Eve' }] as const,
    ];
    for (const [what, body] of calls) {
      const [foreign, missing] = [
        await stranger.refused('POST', `/conversations/${sessionId}/${what}`, body),
        await stranger.refused('POST', `/conversations/${nobodys(sessionId)}/${what}`, body),
      ];
      expect(foreign.status, what).toBe(404);
      expect(JSON.stringify(foreign).replaceAll(sessionId, 'ID')).toBe(
        JSON.stringify(missing).replaceAll(nobodys(sessionId), 'ID'),
      );
    }
    for (const [method, body] of [['GET'], ['PATCH', { status: 'closed' }]] as const) {
      expect(await stranger.refused(method, `/tickets/${ticketId}`, body)).toMatchObject({ status: 404 });
    }
    expect(await tickets()).toMatchObject([{ status: 'open', assignee: null }]);
  });

  it('needs a key that may write', async () => {
    const { sessionId } = await chats.chat.open(chatbotId);
    const reader = chats.bed.workspace({ scopes: ['read'] });
    const refused = await new AgentClient(chats.bed.runtime, reader).refused(
      'POST',
      `/conversations/${sessionId}/messages`,
      { text: 'Hi' },
    );
    expect(refused).toMatchObject({ status: 403 });
  });
});
