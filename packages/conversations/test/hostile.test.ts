import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AgentClient } from './support/agent-client.ts';
import { ChatBed } from './support/chat-bed.ts';
import type { Opened } from './support/chat-client.ts';
import { leadFlow } from './support/flows.ts';

const evil = `<script>alert("1")</script> {{email}} '; drop table conversations; -- \u0000 \ud800 %s`;
const kept = evil.replace('\u0000', '').replace('\ud800', '\ufffd');

let chats: ChatBed;
let workspace: ReturnType<ChatBed['bed']['workspace']>;
let agent: AgentClient;
let chatbotId: string;
let session: Opened;
beforeAll(async () => {
  chats = await ChatBed.open();
  workspace = chats.bed.workspace();
  agent = new AgentClient(chats.bed.runtime, workspace);
  chatbotId = await chats.chatbot(workspace, leadFlow);
});
beforeEach(async () => {
  session = await chats.chat.open(chatbotId);
});
afterAll(() => chats[Symbol.asyncDispose]());

describe('a script in a message of a visitor', () => {
  it.each([
    ['choiceId', { choiceId: evil }, 200],
    ['choiceIds', { choiceIds: [evil, 'b'] }, 200],
    ['value', { value: evil }, 200],
    ['a member of value', { value: { place: evil } }, 200],
    ['the name of a member of value', { value: { [evil]: 'x' } }, 400],
  ])('as %s is text without what no store keeps, or refused: %j', async (_where, reply, status) => {
    const answer = await chats.chat.post(session, { clientMessageId: 'm', ...reply });
    expect(answer.status, await answer.text()).toBe(status);
    const { messages } = await chats.chat.get(session);
    const said = JSON.stringify(messages.filter(({ from }) => from === 'visitor'));
    expect(said.includes('<script>')).toBe(status === 200);
    expect(said).not.toContain('u0000');
  });

  it.each(['clientMessageId', 'fileId', 'fileIds'])('as %s is refused', async field => {
    const body = { clientMessageId: 'm', text: 'Hi', [field]: field === 'fileIds' ? [evil] : evil };
    expect((await chats.chat.post(session, body)).status).toBe(400);
    expect((await chats.chat.get(session)).messages).toHaveLength(2);
  });

  it('as a member that nobody knows counts for nothing', async () => {
    await chats.chat.send(session, { clientMessageId: 'm', text: 'Ada', [evil]: evil, from: 'agent', seq: 1 });
    expect((await chats.chat.get(session)).messages[2]).toMatchObject({ seq: 3, from: 'visitor', text: 'Ada' });
  });
});

it('a script in the comment of a rating is kept as text, for the owner alone', async () => {
  expect(await chats.chat.act(session, 'rating', { rating: 5, comment: evil })).toEqual({ rating: 5, comment: kept });
  expect(await workspace.call('get_conversation', { chatbotId, conversationId: session.sessionId })).toMatchObject({
    ratingComment: kept,
    untrusted: expect.arrayContaining(['ratingComment']),
  });
  for (const rating of [evil, '5', 4.5, null]) {
    const { sessionId, token } = session;
    const refused = await chats.chat.fetch('POST', `/sessions/${sessionId}/rating`, { token, body: { rating } });
    expect(refused.status).toBe(400);
  }
});

describe('a script in what a person sends', () => {
  const calls = [
    ['messages', (text: string) => ({ text })],
    ['messages', (name: string) => ({ text: 'Hi', agent: { name } })],
    ['join', (name: string) => ({ agent: { name } })],
    ['ticket', (subject: string) => ({ subject, priority: 'high' })],
    ['assign', (assignee: string) => ({ assignee })],
  ] as const;

  it.each(calls)('to %s is text, and refused with what no store keeps', async (what, body) => {
    const path = `/conversations/${session.sessionId}/${what}`;
    expect(await agent.refused('POST', path, body(`${kept}\u0000`))).toMatchObject({ status: 400 });
    const answer = await agent.fetch('POST', path, body(kept));
    expect(answer.status).toBe(200);
    const { messages } = await chats.chat.get(session);
    expect(JSON.stringify([messages, await tickets()])).toContain(JSON.stringify(kept).slice(1, -1));
  });

  it.each([
    ['messages', { text: 'Hi', clientMessageId: evil }],
    ['ticket', { priority: evil }],
    ['close', { closeTicket: evil }],
  ])('to %s as a name of something is refused', async (what, body) => {
    const refused = await agent.refused('POST', `/conversations/${session.sessionId}/${what}`, body);
    expect(refused).toMatchObject({ status: 400 });
  });
});

const tickets = async () => (await workspace.call<{ data: unknown[] }>('list_tickets', { chatbotId })).data;
