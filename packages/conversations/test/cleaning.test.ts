import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ChatBed } from './support/chat-bed.ts';
import type { Opened } from './support/chat-client.ts';
import { askName, leadFlow, line, say } from './support/flows.ts';

const hour = 3_600_000;
const day = 24 * hour;

let chats: ChatBed;
let workspace: ReturnType<ChatBed['bed']['workspace']>;
beforeAll(async () => {
  chats = await ChatBed.open();
});
beforeEach(() => {
  workspace = chats.bed.workspace();
});
afterAll(() => chats[Symbol.asyncDispose]());

const count = async (table: string) => (await chats.rows(workspace, `select 1 from ${table}`)).length;
const alarms = () => chats.rows(workspace, 'select kind, due_at from conversation_alarms');

async function upload({ sessionId, token }: Opened): Promise<{ fileId: string; url: string }> {
  const path = `/sessions/${sessionId}/files`;
  const response = await chats.chat.fetch('POST', path, { token, body: Buffer.from('hello') });
  return (await response.json()) as { fileId: string; url: string };
}

it('answers of a conversation that has ended, and work that is done, are kept for a week and then gone', async () => {
  const call = { id: 'call', type: 'webhook-node', data: { url: 'http://127.0.0.1:1/', method: 'POST' } };
  const session = await chats.chat.open(await chats.chatbot(workspace, line(askName(), call, say('bye', 'Bye.'))));
  const message = { clientMessageId: 'm', text: 'Ada' };
  const first = await chats.chat.send(session, message);
  expect(first.status).toBe('completed');
  expect([await count('conversation_replies'), await count('conversation_effects')]).toEqual([1, 1]);
  chats.pass(7 * day - 1);
  await chats.lookAfter();
  expect(await chats.chat.send(session, message)).toEqual(first);
  expect([await count('conversation_replies'), await count('conversation_effects')]).toEqual([1, 1]);
  chats.pass(1);
  await chats.lookAfter();
  expect([await count('conversation_replies'), await count('conversation_effects')]).toEqual([0, 0]);
  expect(await alarms()).toEqual([]);
  expect((await chats.chat.post(session, message)).status).toBe(409);
  expect((await chats.chat.get(session)).messages.length).toBeGreaterThan(2);
});

it('answers of a conversation without an end are kept as long as its visitor may come back', async () => {
  const session = await chats.chat.open(await chats.chatbot(workspace, leadFlow));
  const message = { clientMessageId: 'm', text: 'Ada' };
  const first = await chats.chat.send(session, message);
  chats.pass(30 * day - 1);
  await chats.lookAfter();
  expect(await chats.chat.send(session, message)).toEqual(first);
  chats.pass(1);
  await chats.lookAfter();
  expect(await count('conversation_replies')).toBe(0);
  expect(await alarms()).toEqual([]);
});

it('an uploaded file waits for its message for a day; one that was sent stays', async () => {
  const session = await chats.chat.open(await chats.chatbot(workspace, leadFlow));
  const sent = await upload(session);
  await chats.chat.send(session, { clientMessageId: 'm', fileId: sent.fileId });
  const first = await upload(session);
  chats.pass(hour);
  const second = await upload(session);
  chats.pass(23 * hour - 1);
  await chats.lookAfter();
  expect(await count('conversation_files')).toBe(3);
  chats.pass(1);
  await chats.lookAfter();
  const left = async () =>
    (await chats.rows<{ id: string }>(workspace, 'select id from conversation_files order by created_at, id')).map(
      ({ id }) => id,
    );
  expect(await left()).toEqual([sent.fileId, second.fileId]);
  expect((await chats.chat.post(session, { clientMessageId: 'late', fileId: first.fileId })).status).toBe(400);
  chats.pass(hour);
  await chats.lookAfter();
  expect(await left()).toEqual([sent.fileId]);
  const download = await chats.chat.fetch('GET', new URL(sent.url).pathname.replace('/api/v1/chat', ''));
  expect(await download.text()).toBe('hello');
});

it('any number of conversations are cleaned in one run, and one that cannot be holds up no other', async () => {
  const chatbotId = await chats.chatbot(workspace, line(askName()));
  const sessions = await Promise.all(Array.from({ length: 130 }, () => chats.chat.open(chatbotId)));
  await Promise.all(sessions.map(session => chats.chat.send(session, { clientMessageId: 'm', text: 'Ada' })));
  const lost = '018f0000-0000-7000-8000-000000000000';
  await chats.bed.store.run({ role: 'app', workspaceId: workspace.id }, [
    {
      text: `update conversations set state = '"broken"' where id = (select id from conversations order by id desc limit 1)`,
      values: [],
    },
    {
      text: `insert into conversation_alarms (workspace_id, conversation_id, kind, due_at) values ($1, $2, 'clean', '2020-01-01')`,
      values: [workspace.id, lost],
    },
  ]);
  expect(await count('conversation_replies')).toBe(130);
  chats.pass(7 * day);
  await chats.lookAfter();
  expect(await count('conversation_replies')).toBe(1);
  expect(await chats.rows(workspace, `select 1 from conversation_alarms where conversation_id = '${lost}'`)).toEqual(
    [],
  );
});
