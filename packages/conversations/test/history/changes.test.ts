import { definePlugin, on } from '@conferbot/plugin';
import { inCall } from '@conferbot/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConversationDesk, conversationChanged, conversationDesk, conversationId } from '../../src/contract.ts';
import { AgentClient } from '../support/agent-client.ts';
import { ChatBed, start } from '../support/chat-bed.ts';
import { askEmail, askName, line, say } from '../support/flows.ts';

const changed: { readonly conversationId: string; readonly chatbotId: string; readonly startedAt: string }[] = [];
const listener = definePlugin({
  id: 'listener',
  version: '0.0.0',
  subscriptions: [on(conversationChanged, 'listen', async ({ payload }) => void changed.push(payload))],
});
const threeQuestions = line(
  askName(),
  askEmail,
  { id: 'city', type: 'ask-custom-question-node', data: { questionText: 'Where?', answerVariable: 'city' } },
  say('bye', 'Bye.'),
);

let chats: ChatBed;
let workspace: ReturnType<ChatBed['bed']['workspace']>;
let chatbotId: string;
beforeAll(async () => {
  chats = await ChatBed.open({}, { extra: [listener] });
  workspace = chats.bed.workspace();
  chatbotId = await chats.chatbot(workspace, threeQuestions);
});
afterAll(() => chats[Symbol.asyncDispose]());

/** How often it was told since the last time. */
async function told(): Promise<number> {
  await chats.bed.relay.drain();
  return changed.splice(0).length;
}

it('every change of what is counted is told, and no other message', async () => {
  const session = await chats.chat.open(chatbotId);
  await chats.bed.relay.drain();
  expect(changed.splice(0)).toEqual([
    {
      conversationId: conversationId.decode(session.sessionId),
      chatbotId: expect.any(String),
      startedAt: new Date(start).toISOString(),
    },
  ]);
  await chats.chat.send(session, { clientMessageId: 'a', text: 'Ada' });
  expect(await told()).toBe(1);
  await chats.chat.send(session, { clientMessageId: 'b', text: 'no address' });
  await chats.chat.send(session, { clientMessageId: 'c', text: 'ada@example.org' });
  expect(await told()).toBe(0);
  await chats.chat.send(session, { clientMessageId: 'd', text: 'London' });
  expect(await told()).toBe(1);
  await chats.chat.act(session, 'rating', { rating: 5 });
  expect(await told()).toBe(1);
});

it('a visitor who speaks without an answer, leaves, comes back and ends it', async () => {
  const session = await chats.chat.open(chatbotId);
  await chats.chat.send(session, { clientMessageId: 'a', text: 'Ada' });
  await told();
  chats.pass(31 * 60_000);
  await chats.lookAfter();
  expect(await told()).toBe(1);
  await chats.chat.send(session, { clientMessageId: 'b', text: 'nonsense' });
  expect(await told()).toBe(1);
  await chats.chat.act(session, 'end');
  expect(await told()).toBe(1);
});

it('a person who is called, comes, speaks and goes', async () => {
  const session = await chats.chat.open(chatbotId);
  await told();
  const id = conversationId.decode(session.sessionId) ?? '';
  const desk = <T>(work: (on: ConversationDesk) => Promise<T>) =>
    inCall(chats.bed.runtime, workspace.caller, { readOnly: false }, ctx => work(ctx.use(conversationDesk)));
  await desk(on => on.callPerson(id));
  expect(await told()).toBe(1);
  await desk(on => on.join(id, { name: 'Ada' }));
  expect(await told()).toBe(1);
  await desk(on => on.say(id, { name: 'Ada' }, 'Hello.'));
  expect(await told()).toBe(0);
  await desk(on => on.handBack(id));
  expect(await told()).toBe(1);
});

it('a ticket that somebody opens, and no change of it', async () => {
  const session = await chats.chat.open(chatbotId);
  await told();
  const agent = new AgentClient(chats.bed.runtime, workspace);
  await agent.act(session.sessionId, 'ticket', { subject: 'Refund' });
  expect(await told()).toBe(1);
  await agent.act(session.sessionId, 'ticket', { subject: 'Money back' });
  expect(await told()).toBe(0);
});
