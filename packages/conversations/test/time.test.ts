import { definePlugin, type EventRecord, onEvery } from '@conferbot/plugin';
import { inCall } from '@conferbot/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConversationDesk, conversationDesk, conversationId } from '../src/contract.ts';
import { ChatBed } from './support/chat-bed.ts';
import { ChatClient, type Opened, textsOf } from './support/chat-client.ts';
import { askName, leadFlow, line, say } from './support/flows.ts';

const minute = 60_000;
const events: EventRecord[] = [];
const listener = definePlugin({
  id: 'listener',
  version: '1.0.0',
  subscriptions: [onEvery('listen', async event => void events.push(event))],
});

let chats: ChatBed;
let workspace: ReturnType<ChatBed['bed']['workspace']>;
beforeAll(async () => {
  chats = await ChatBed.open({}, { extra: [listener] });
  workspace = chats.bed.workspace();
});
afterAll(() => chats[Symbol.asyncDispose]());

const uuidOf = ({ sessionId }: Opened) => conversationId.decode(sessionId) ?? '';

function desk<T>(work: (on: ConversationDesk) => Promise<T>): Promise<T> {
  return inCall(chats.bed.runtime, workspace.caller, { readOnly: false }, ctx => work(ctx.use(conversationDesk)));
}

describe('a delay', () => {
  const delayFlow = line({ id: 'rest', type: 'delay-node', data: { delay: 60 } }, askName('Still there?'));

  it('is kept in the store: another process goes on when it is over, once', async () => {
    const session = await chats.chat.open(await chats.chatbot(workspace, delayFlow));
    expect(session).toMatchObject({ status: 'active', input: null });
    expect(textsOf(session)).toEqual(['Hi!']);
    const early = await chats.chat.post(session, { clientMessageId: 'm', text: 'Hello?' });
    expect(early.status).toBe(409);
    const other = chats.process({}, [listener]);
    chats.pass(59_999);
    await chats.lookAfter(other);
    expect((await chats.chat.get(session)).messages).toHaveLength(1);
    chats.pass(1);
    await Promise.all([chats.lookAfter(other), chats.lookAfter()]);
    expect(textsOf(await chats.chat.get(session))).toEqual(['Hi!', 'Still there?']);
    const end = await new ChatClient(other).send(session, { clientMessageId: 'm', text: 'Ada' });
    expect(end.status).toBe('completed');
  });
});

describe('a visitor who says nothing', () => {
  it('has abandoned the conversation after 30 minutes, and takes it up with the next message', async () => {
    const session = await chats.chat.open(await chats.chatbot(workspace, leadFlow));
    chats.pass(29 * minute);
    await chats.chat.send(session, { clientMessageId: 'a', text: 'Ada' });
    chats.pass(minute);
    await chats.lookAfter();
    expect((await chats.chat.get(session)).status).toBe('active');
    chats.pass(29 * minute);
    await chats.lookAfter();
    const abandoned = await chats.chat.get(session);
    expect(abandoned).toMatchObject({ status: 'abandoned', input: { nodeId: 'email' } });
    expect(await ended(session)).toBe(new Date(chats.clock.now).toISOString());

    chats.pass(5 * minute);
    const wrong = await chats.chat.send(session, { clientMessageId: 'b', text: 'nonsense' });
    expect(wrong.status).toBe('active');
    expect(await ended(session)).toBeNull();
    chats.pass(30 * minute);
    await chats.lookAfter();
    expect((await chats.chat.get(session)).status).toBe('abandoned');
    const done = await chats.chat.send(session, { clientMessageId: 'c', text: 'ada@example.org' });
    expect(done.status).toBe('completed');
    chats.pass(60 * minute);
    await chats.lookAfter();
    expect((await chats.chat.get(session)).status).toBe('completed');
  });
});

describe('a person', () => {
  const handover = {
    id: 'person',
    type: 'human-handover-node',
    data: { handoverMessage: 'One moment.', fallbackMessage: 'Nobody is free.', maxWaitTime: 3, priority: 'high' },
  };
  const personFlow = line(askName(), handover, say('bye', 'Goodbye {{name}}.'));
  const ada = { name: 'Ada L.' };

  async function waiting(): Promise<Opened> {
    const session = await chats.chat.open(await chats.chatbot(workspace, personFlow));
    const answer = await chats.chat.send(session, { clientMessageId: 'name', text: 'Grace' });
    expect(textsOf(answer)).toEqual(['One moment.']);
    expect(answer).toMatchObject({ status: 'waiting_human', input: null });
    return session;
  }

  it('is called with a ticket, joins, talks, hands back, and the flow goes on', async () => {
    await chats.bed.relay.drain();
    events.length = 0;
    const session = await waiting();
    expect(await chats.chat.send(session, { clientMessageId: '1', text: 'Hello?' })).toMatchObject({
      messages: [{ from: 'visitor', text: 'Hello?', clientMessageId: '1' }],
      status: 'waiting_human',
    });
    const id = uuidOf(session);
    expect(await desk(on => on.join(id, ada))).toMatchObject({ status: 'human' });
    expect(await desk(on => on.join(id, ada))).toMatchObject({ status: 'human' });
    await desk(on => on.say(id, ada, 'Hi **Grace**!'));
    expect(await chats.chat.send(session, { clientMessageId: '2', text: 'My order…' })).toMatchObject({
      messages: [{ from: 'visitor', clientMessageId: '2' }],
      input: null,
      status: 'human',
    });
    chats.pass(60 * minute);
    await chats.lookAfter();
    expect((await chats.chat.get(session)).status).toBe('human');
    expect(await desk(on => on.handBack(id))).toMatchObject({ status: 'completed' });
    const { messages } = await chats.chat.get(session);
    expect(messages.map(({ from, type, text }) => [from, type, text]).slice(3)).toEqual([
      ['bot', 'text', 'One moment.'],
      ['visitor', 'text', 'Hello?'],
      ['system', 'agent_joined', 'Ada L. joined the conversation.'],
      ['agent', 'text', 'Hi **Grace**!'],
      ['visitor', 'text', 'My order…'],
      ['system', 'agent_left', 'Ada L. left the conversation.'],
      ['bot', 'text', 'Goodbye Grace.'],
    ]);
    await expect(desk(on => on.say(id, ada, 'Wait!'))).rejects.toMatchObject({ code: 'conflict' });
    await chats.bed.relay.drain();
    const [ticket] = await chats.rows(workspace, `select * from tickets where conversation_id = '${id}'`);
    expect(ticket).toMatchObject({ priority: 'high' });
    const told = events.filter(({ name }) => name === 'conversation.handover' || name === 'ticket.created');
    expect(told.map(({ name }) => name).sort()).toEqual(['conversation.handover', 'ticket.created']);
    for (const { payload } of told) expect(payload).toMatchObject({ conversationId: id, ticketId: ticket?.id });
    const [row] = await chats.rows(workspace, `select * from conversations where id = '${id}'`);
    expect(row).toMatchObject({ agent_messages: 1, ticket_id: ticket?.id, agent_name: null });
  });

  it('who does not come is waited for as long as the flow says', async () => {
    const session = await waiting();
    chats.pass(3 * minute - 1);
    await chats.lookAfter();
    expect((await chats.chat.get(session)).status).toBe('waiting_human');
    chats.pass(1);
    await chats.lookAfter();
    const after = await chats.chat.get(session);
    expect(textsOf(after).slice(-2)).toEqual(['Nobody is free.', 'Goodbye Grace.']);
    expect(after.status).toBe('completed');
  });

  it('is called by a visitor at any time, once; and when nobody comes, the question is asked again', async () => {
    const session = await chats.chat.open(await chats.chatbot(workspace, leadFlow));
    expect(await chats.chat.act(session, 'handover')).toMatchObject({ status: 'waiting_human', input: null });
    expect(await chats.chat.act(session, 'handover')).toMatchObject({ status: 'waiting_human' });
    const id = uuidOf(session);
    expect(await chats.rows(workspace, `select 1 from tickets where conversation_id = '${id}'`)).toHaveLength(1);
    chats.pass(5 * minute);
    await chats.lookAfter();
    const back = await chats.chat.get(session);
    expect(back).toMatchObject({ status: 'active', input: { nodeId: 'name' } });
    expect(textsOf(back).at(-1)).toBe('What is your name?');
  });

  it('who comes uncalled interrupts the flow without a ticket', async () => {
    const session = await chats.chat.open(await chats.chatbot(workspace, leadFlow));
    const id = uuidOf(session);
    await expect(desk(on => on.handBack(id))).rejects.toMatchObject({ code: 'conflict' });
    expect(await desk(on => on.say(id, ada, 'May I help?'))).toMatchObject({ status: 'human' });
    expect(await chats.rows(workspace, `select 1 from tickets where conversation_id = '${id}'`)).toEqual([]);
    expect(await desk(on => on.handBack(id))).toMatchObject({ status: 'active' });
    const done = await chats.chat.send(session, { clientMessageId: 'm', text: 'Grace' });
    expect(textsOf(done)).toEqual(['And your e-mail?']);
    expect(await desk(on => on.close(id))).toMatchObject({ status: 'closed' });
    expect(await desk(on => on.close(id))).toMatchObject({ status: 'closed' });
  });

  it('of another workspace finds nothing', async () => {
    const session = await waiting();
    const stranger = chats.bed.workspace();
    const call = inCall(chats.bed.runtime, stranger.caller, { readOnly: false }, ctx =>
      ctx.use(conversationDesk).join(uuidOf(session), ada),
    );
    await expect(call).rejects.toMatchObject({ code: 'not_found' });
  });
});

async function ended(session: Opened): Promise<unknown> {
  const [row] = await chats.rows(workspace, `select ended_at from conversations where id = '${uuidOf(session)}'`);
  return row?.ended_at;
}
