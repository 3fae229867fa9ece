import { randomUUID } from 'node:crypto';
import { engines } from '@conferbot/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChatBed } from './support/chat-bed.ts';
import { refusal, textsOf } from './support/chat-client.ts';
import { leadFlow } from './support/flows.ts';

const minute = 60_000;

describe.each(engines)('on %s', engine => {
  let chats: ChatBed;
  let chatbotId: string;
  beforeAll(async () => {
    chats = await ChatBed.open({}, { engine });
    chatbotId = await chats.chatbot(chats.bed.workspace(), leadFlow);
  });
  afterAll(() => chats?.[Symbol.asyncDispose]());

  const refused = async (body: object) => refusal(await chats.chat.fetch('POST', `/${chatbotId}/sessions`, { body }));

  it('one call to open a conversation that comes several times at once opens one', async () => {
    const clientSessionId = randomUUID();
    const opened = await Promise.all(Array.from({ length: 4 }, () => chats.chat.open(chatbotId, { clientSessionId })));
    const [first] = opened;
    expect(new Set(opened.map(({ sessionId, visitorId }) => `${sessionId} ${visitorId}`)).size).toBe(1);
    for (const { messages } of opened) expect(messages).toEqual(first?.messages);
    for (const session of opened) expect((await chats.chat.get(session)).lastSeq).toBe(2);
    const other = await chats.chat.open(chatbotId, { clientSessionId: randomUUID() });
    expect(other.sessionId).not.toBe(first?.sessionId);
  });

  it('the same call finds the conversation as it stands, for ten minutes', async () => {
    const call = { clientSessionId: randomUUID(), visitorId: 'v1' };
    const first = await chats.chat.open(chatbotId, call);
    await chats.chat.send(first, { clientMessageId: 'm', text: 'Ada' });
    chats.pass(10 * minute - 1);
    const again = await chats.chat.open(chatbotId, call);
    expect(again).toMatchObject({ sessionId: first.sessionId, lastSeq: 4, input: { nodeId: 'email' } });
    expect(textsOf(again)).toEqual(['Hi!', 'What is your name?', 'And your e-mail?']);
    expect(await refused({ ...call, visitorId: 'v2' })).toMatchObject({ status: 409 });
    expect(await refused({ ...call, channel: 'mobile' })).toMatchObject({ status: 409 });
    chats.pass(1);
    expect(await refused(call)).toMatchObject({ status: 409, message: expect.stringContaining('clientSessionId') });
    expect(await refused({ clientSessionId: 'mine' })).toMatchObject({ status: 400 });
  });

  it('nobody is verified, and no server is known, where nothing provides that', async () => {
    expect(await refused({ identity: { userId: 'u1', hash: '0'.repeat(64) } })).toMatchObject({
      status: 401,
      message: expect.stringContaining('not set up'),
    });
    expect(await refused({ channel: 'api' })).toMatchObject({ status: 401 });
  });
});
