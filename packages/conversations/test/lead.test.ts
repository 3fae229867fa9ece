import { definePlugin, type EventRecord, onEvery } from '@conferbot/plugin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationChanged } from '../src/contract.ts';
import { ChatBed, start } from './support/chat-bed.ts';
import { refusal, textsOf } from './support/chat-client.ts';
import { leadFlow } from './support/flows.ts';

const events: EventRecord[] = [];
const listener = definePlugin({
  id: 'listener',
  version: '1.0.0',
  subscriptions: [
    // That figures changed is told beside what happened.
    onEvery('listen', async event => {
      if (event.name !== conversationChanged.name) events.push(event);
    }),
  ],
});

let chats: ChatBed;
beforeAll(async () => {
  chats = await ChatBed.open({}, { extra: [listener] });
});
afterAll(() => chats[Symbol.asyncDispose]());

describe('a lead flow, chatted to its end', () => {
  it('asks, turns back what is no e-mail, keeps the answers and tells what happened', async () => {
    const workspace = chats.bed.workspace();
    const chatbotId = await chats.chatbot(workspace, leadFlow);
    await chats.bed.relay.drain();
    events.length = 0;

    const session = await chats.chat.open(chatbotId, {
      visitorId: 'visitor-1',
      visitor: { phone: '+49 30 123456' },
      meta: { page: 'https://shop.example/', locale: 'de-DE' },
    });
    expect(session).toMatchObject({
      visitorId: 'visitor-1',
      status: 'active',
      input: { nodeId: 'name', kind: 'text' },
    });
    expect(session.sessionId).toMatch(/^cnv_/);
    expect(textsOf(session)).toEqual(['Hi!', 'What is your name?']);
    expect(session.messages[0]).toEqual({
      seq: 1,
      from: 'bot',
      type: 'text',
      text: 'Hi!',
      nodeId: 'welcome',
      createdAt: new Date(start).toISOString(),
    });

    chats.pass(1_000);
    const named = await chats.chat.send(session, { clientMessageId: 'm1', text: 'Ada' });
    expect(textsOf(named)).toEqual(['And your e-mail?']);
    expect(named.input).toMatchObject({ nodeId: 'email', kind: 'email' });

    chats.pass(1_000);
    const wrong = await chats.chat.send(session, { clientMessageId: 'm2', text: 'not an address' });
    expect(wrong.status).toBe('active');
    expect(wrong.input?.error).toBe(wrong.messages.find(({ from }) => from === 'bot')?.text);
    expect(wrong.input?.error).toMatch(/e-?mail/i);

    chats.pass(1_000);
    const done = await chats.chat.send(session, { clientMessageId: 'm3', text: 'ada@example.org' });
    expect(textsOf(done)).toEqual(['Thanks Ada, we write to ada@example.org.']);
    expect(done).toMatchObject({ status: 'completed', input: null });

    expect(
      await chats.rows(workspace, 'select ordinal, node_id, key, value, question from conversation_answers order by 1'),
    ).toEqual([
      { ordinal: 1, node_id: 'name', key: 'name', value: 'Ada', question: 'What is your name?' },
      { ordinal: 2, node_id: 'email', key: 'email', value: 'ada@example.org', question: 'And your e-mail?' },
    ]);
    expect(
      await chats.rows(
        workspace,
        'select node_id, visit, exit, entered_at, exited_at from conversation_visits order by ordinal',
      ),
    ).toEqual([
      { node_id: 'welcome', visit: 1, exit: 'edge', entered_at: at(0), exited_at: at(0) },
      { node_id: 'name', visit: 1, exit: 'edge', entered_at: at(0), exited_at: at(1) },
      { node_id: 'email', visit: 1, exit: 'edge', entered_at: at(1), exited_at: at(3) },
      { node_id: 'bye', visit: 1, exit: 'end', entered_at: at(3), exited_at: at(3) },
    ]);
    const [row] = await chats.rows(workspace, 'select * from conversations');
    expect(row).toMatchObject({
      status: 'completed',
      visitor_messages: 3,
      bot_messages: 5,
      last_seq: 8,
      answer_count: 2,
      visit_count: 4,
      first_answer_at: at(1),
      ended_at: at(3),
      completed_at: at(3),
      visitor: { phone: '+49 30 123456', name: 'Ada', email: 'ada@example.org' },
      meta: { page: 'https://shop.example/', locale: 'de-DE' },
    });
    expect(await chats.rows(workspace, 'select kind from conversation_alarms')).toEqual([{ kind: 'clean' }]);
    expect(await workspace.call('get_chatbot', { chatbotId })).toMatchObject({ responseCount: 1 });

    await chats.bed.relay.drain();
    const names = { conversationId: row?.id, visitorId: 'visitor-1', channel: 'web' };
    const response = { ...names, responseId: row?.id };
    expect(events.map(({ name, payload }) => [name, payload])).toMatchObject([
      ['conversation.started', { ...names, flowVersionId: row?.flow_version_id }],
      ['response.created', { ...response, answerCount: 1, completed: false }],
      ['response.updated', { ...response, answerCount: 2, completed: true }],
      ['conversation.completed', { ...response, durationSeconds: 3 }],
    ]);
    expect(events).toHaveLength(4);
  });

  it('takes nothing after the end, but a rating', async () => {
    const workspace = chats.bed.workspace();
    const chatbotId = await chats.chatbot(workspace, leadFlow);
    const session = await chats.chat.open(chatbotId);
    expect(await chats.chat.act(session, 'end')).toMatchObject({ status: 'closed', input: null });
    expect(await chats.chat.act(session, 'end')).toMatchObject({ status: 'closed' });
    const late = await refusal(await chats.chat.post(session, { clientMessageId: 'late', text: 'Hello?' }));
    expect(late).toMatchObject({ status: 409, details: [{ path: 'status', message: 'closed' }] });
    await chats.chat.act(session, 'rating', { rating: 4, comment: 'Fine.' });
    const wrong = await chats.chat.fetch('POST', `/sessions/${session.sessionId}/rating`, {
      token: session.token,
      body: { rating: 6 },
    });
    expect(wrong.status).toBe(400);
    expect(await chats.rows(workspace, 'select rating, rating_comment, visitor_messages from conversations')).toEqual([
      { rating: 4, rating_comment: 'Fine.', visitor_messages: 0 },
    ]);
    expect(await workspace.call('get_chatbot', { chatbotId })).toMatchObject({ responseCount: 0 });
  });
});

function at(seconds: number): string {
  return new Date(start + seconds * 1_000).toISOString();
}
