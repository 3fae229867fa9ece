import type { TestWorkspace } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChatBed } from '../support/chat-bed.ts';
import type { Opened } from '../support/chat-client.ts';
import { leadFlow } from '../support/flows.ts';

let chats: ChatBed;
let workspace: TestWorkspace;
let chatbotId: string;
let session: Opened;

beforeAll(async () => {
  chats = await ChatBed.open();
});
afterAll(() => chats?.[Symbol.asyncDispose]());
beforeEach(async () => {
  workspace = chats.bed.workspace();
  chatbotId = await chats.chatbot(workspace, leadFlow);
  session = await chats.chat.open(chatbotId, {
    visitor: { phone: '+49 30 123456' },
    meta: { page: 'https://shop.example/' },
  });
});

const call = <T = Record<string, unknown>>(tool: string, more: object = {}) =>
  workspace.call<T>(tool, { chatbotId, ...more });
const say = (clientMessageId: string, text: string) => chats.chat.send(session, { clientMessageId, text });

describe('what a visitor said', () => {
  it('becomes a response with the first answer, and is completed with the flow', async () => {
    expect(await call('list_responses')).toMatchObject({ data: [], pagination: { total: 0 } });
    chats.pass(5_000);
    await say('m1', 'Ada');
    const listed = await call<{ data: { id: string; status: string; createdAt: string }[] }>('list_responses');
    expect(listed.data).toMatchObject([
      {
        conversationId: session.sessionId,
        status: 'partial',
        answersByKey: { name: 'Ada' },
        completedAt: null,
        createdAt: new Date(chats.clock.now).toISOString(),
      },
    ]);
    chats.pass(5_000);
    await say('m2', 'ada@example.org');
    expect(await call('get_response', { responseId: listed.data[0]?.id })).toMatchObject({
      status: 'completed',
      answers: [
        { nodeId: 'name', key: 'name', value: 'Ada', question: 'What is your name?' },
        { nodeId: 'email', key: 'email', value: 'ada@example.org' },
      ],
      visitor: { name: 'Ada', email: 'ada@example.org', phone: '+49 30 123456' },
      meta: { page: 'https://shop.example/' },
      completedAt: new Date(chats.clock.now).toISOString(),
    });
    expect(await call('get_conversation', { conversationId: session.sessionId })).toMatchObject({
      status: 'completed',
      responseId: listed.data[0]?.id,
      durationSeconds: 10,
      messages: [{ text: 'Hi!' }, { text: 'What is your name?' }, { from: 'visitor', text: 'Ada' }, {}, {}, {}],
    });
    expect(await call('get_conversation_summary', { days: 1 })).toMatchObject({
      totals: { conversations: 1, byStatus: { completed: 1 }, byChannel: { web: 1 } },
      rates: { completion: { value: 1 }, handover: { value: 0 }, containment: { value: 1 } },
    });
  });

  it('shows where it broke off when the visitor has gone', async () => {
    await say('m1', 'Ada');
    chats.pass(31 * 60_000);
    await chats.lookAfter();
    expect(await call('list_conversations', { status: 'abandoned' })).toMatchObject({
      data: [{ id: session.sessionId, endedAt: expect.any(String) }],
    });
    const analytics = { conversationId: session.sessionId };
    expect(await call('get_conversation_analytics', analytics)).toMatchObject({
      dropOff: { nodeId: 'email', nodeType: 'ask-email-node', reason: 'abandoned' },
      nodePath: [{ nodeId: 'welcome' }, { nodeId: 'name', exitType: 'edge' }, { nodeId: 'email', exitedAt: null }],
    });
  });

  it('is gone with its chatbot', async () => {
    await say('m1', 'Ada');
    const { removed } = await call<{ removed: object }>('delete_chatbot');
    expect(removed).toMatchObject({ conversations: 1, responses: 1 });
    expect(await workspace.refused('list_responses', { chatbotId })).toMatchObject({ error: 'not_found' });
    const conversation = { chatbotId, conversationId: session.sessionId };
    expect(await workspace.refused('get_conversation', conversation)).toMatchObject({ error: 'not_found' });
  });
});
