import { inCall } from '@conferbot/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConversationDesk, conversationDesk, conversationId } from '../src/contract.ts';
import { ChatBed } from './support/chat-bed.ts';
import { ChatClient, type Opened } from './support/chat-client.ts';
import { EventReader } from './support/event-reader.ts';
import { leadFlow } from './support/flows.ts';

let chats: ChatBed;
let workspace: ReturnType<ChatBed['bed']['workspace']>;
let chatbotId: string;
beforeAll(async () => {
  chats = await ChatBed.open();
  workspace = chats.bed.workspace();
  chatbotId = await chats.chatbot(workspace, leadFlow);
});
afterAll(() => chats[Symbol.asyncDispose]());

const watch = ({ sessionId, token }: Opened, query = '', headers = {}, chat = chats.chat) =>
  chat.fetch('GET', `/sessions/${sessionId}/events${query}`, { token, headers });

describe('the events of a session', () => {
  it('are what was missed, the status, and then what comes, what visitors say by the name they gave it', async () => {
    const session = await chats.chat.open(chatbotId);
    const response = await watch(session);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = new EventReader(response);
    expect(await events.take(3)).toMatchObject([
      { id: '1', event: 'message', data: { seq: 1, from: 'bot', text: 'Hi!' } },
      { id: '2', event: 'message', data: { seq: 2, text: 'What is your name?' } },
      { event: 'status', data: { status: 'active', input: { nodeId: 'name' }, seq: 2 } },
    ]);
    await chats.chat.send(session, { clientMessageId: 'a', text: 'Ada' });
    expect(await events.take(3)).toMatchObject([
      { id: '3', event: 'message', data: { seq: 3, from: 'visitor', text: 'Ada', clientMessageId: 'a' } },
      { id: '4', event: 'message', data: { seq: 4, from: 'bot', text: 'And your e-mail?' } },
      { event: 'status', data: { input: { nodeId: 'email' }, seq: 4 } },
    ]);
    await events.close();
  });

  it('go on where they broke off, by Last-Event-ID or after', async () => {
    const session = await chats.chat.open(chatbotId);
    for (const response of [await watch(session, '', { 'last-event-id': '1' }), await watch(session, '?after=1')]) {
      const events = new EventReader(response);
      expect(await events.next()).toMatchObject({ id: '2', event: 'message' });
      await events.close();
    }
    expect((await watch(session, '?after=x')).status).toBe(400);
  });

  it('open by a token in the address, since browsers send no header', async () => {
    const { sessionId, token } = await chats.chat.open(chatbotId);
    const open = (given: string) => chats.chat.fetch('GET', `/sessions/${sessionId}/events?token=${given}`);
    const response = await open(token);
    expect(response.status).toBe(200);
    await response.body?.cancel();
    expect((await open(`${token}x`)).status).toBe(401);
  });

  it('reach a visitor whose stream is held by another process, typing too', async () => {
    const session = await chats.chat.open(chatbotId);
    const events = new EventReader(await watch(session, '?after=2', {}, new ChatClient(chats.process())));
    expect(await events.next()).toMatchObject({ event: 'status' });
    const id = conversationId.decode(session.sessionId) ?? '';
    const desk = <T>(work: (on: ConversationDesk) => Promise<T>) =>
      inCall(chats.bed.runtime, workspace.caller, { readOnly: false }, ctx => work(ctx.use(conversationDesk)));
    await desk(on => on.typing(id));
    expect(await events.next()).toEqual({ event: 'typing', data: { from: 'agent', typing: true } });
    await desk(on => on.say(id, { name: 'Ada' }, 'Hello.'));
    expect(await events.take(4)).toMatchObject([
      { event: 'message', data: { from: 'system', type: 'agent_joined', name: 'Ada' } },
      { event: 'message', data: { from: 'agent', text: 'Hello.', name: 'Ada' } },
      { event: 'status', data: { status: 'human', input: null } },
      { event: 'typing', data: { from: 'agent', typing: false } },
    ]);
    await events.close();
  });

  it('are five streams at most, and those that were left count no more', async () => {
    const session = await chats.chat.open(chatbotId);
    const open = await Promise.all(Array.from({ length: 5 }, () => watch(session)));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await watch(session)).status).toBe(429);
    await open[0]?.body?.cancel();
    const again = await watch(session);
    expect(again.status).toBe(200);
    for (const { body } of [...open.slice(1), again]) await body?.cancel();
  });

  it('end when the conversation is removed', async () => {
    const doomed = await chats.chatbot(workspace, leadFlow);
    const session = await chats.chat.open(doomed);
    const events = new EventReader(await watch(session, '?after=2'));
    expect(await events.next()).toMatchObject({ event: 'status' });
    await workspace.call('delete_chatbot', { chatbotId: doomed });
    expect(await events.next()).toBeUndefined();
  });
});
