import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChatBed } from './support/chat-bed.ts';
import { type Opened, refusal, textsOf } from './support/chat-client.ts';
import { line, say } from './support/flows.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Uploaded {
  readonly fileId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly url: string;
}

let chats: ChatBed;
let workspace: ReturnType<ChatBed['bed']['workspace']>;
let chatbotId: string;
beforeAll(async () => {
  chats = await ChatBed.open();
  workspace = chats.bed.workspace();
  const ask = {
    id: 'picture',
    type: 'ask-file-node',
    data: { questionText: 'A picture, please.', answerVariable: 'picture', allowedTypes: ['image/*'] },
  };
  chatbotId = await chats.chatbot(workspace, line(ask, say('bye', 'Nice.')));
});
afterAll(() => chats[Symbol.asyncDispose]());

const upload = ({ sessionId, token }: Opened, body: Uint8Array | FormData, name?: string) =>
  chats.chat.fetch('POST', `/sessions/${sessionId}/files`, {
    token,
    body,
    headers: name === undefined ? {} : { 'x-file-name': encodeURIComponent(name) },
  });

async function uploaded(response: Response): Promise<Uploaded> {
  expect(response.status).toBe(201);
  return (await response.json()) as Uploaded;
}

const download = (url: string) => chats.chat.fetch('GET', new URL(url).pathname.replace('/api/v1/chat', ''));

describe('a file', () => {
  it('is uploaded, sent as an answer, and read by its address', async () => {
    const session = await chats.chat.open(chatbotId);
    const file = await uploaded(await upload(session, png, 'Übersicht 1.png'));
    expect(file).toMatchObject({ name: 'Übersicht 1.png', type: 'image/png', bytes: png.length });
    expect(file.url).toMatch(/^http:\/\/bot\.test\/api\/v1\/chat\/files\/[\w-]+$/);
    const answer = await chats.chat.send(session, { clientMessageId: 'm', fileId: file.fileId });
    expect(textsOf(answer)).toEqual(['Nice.']);
    const [said] = (await chats.chat.get(session)).messages.filter(({ from }) => from === 'visitor');
    expect(said).toMatchObject({ type: 'file', text: 'Übersicht 1.png', url: file.url });
    expect(await chats.rows(workspace, 'select value from conversation_answers')).toEqual([{ value: file.url }]);

    const response = await download(file.url);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''%C3%9Cbersicht%201.png",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect((await upload(session, png, 'late.png')).status).toBe(409);
  });

  it('is what its bytes say, whatever it is called, and saved rather than shown', async () => {
    const session = await chats.chat.open(chatbotId);
    const html = Buffer.from('<script>alert(1)</script>');
    const file = await uploaded(await upload(session, html, '../../etc/cute".png'));
    expect(file).toMatchObject({ name: 'cute.png', type: 'text/plain' });
    const response = await download(file.url);
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''cute.png");
    const answer = await chats.chat.send(session, { clientMessageId: 'm', fileId: file.fileId });
    expect(answer.input?.error).toMatch(/cannot be taken/);
    const svg = await uploaded(await upload(session, Buffer.from('<?xml version="1.0"?><svg/>'), 'x.svg'));
    expect((await download(svg.url)).headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await uploaded(await upload(session, new Uint8Array([0, 1, 2, 255])))).toMatchObject({
      name: 'file',
      type: 'application/octet-stream',
    });
  });

  it('may come in a form, one at a time', async () => {
    const session = await chats.chat.open(chatbotId);
    const form = new FormData();
    form.set('file', new File([png], 'a.png', { type: 'text/html' }));
    expect(await uploaded(await upload(session, form))).toMatchObject({ name: 'a.png', type: 'image/png' });
    form.set('other', new File([png], 'b.png'));
    expect((await upload(session, form)).status).toBe(400);
  });

  it('of another conversation, or an address that was changed, is not there', async () => {
    const session = await chats.chat.open(chatbotId);
    const { fileId, url } = await uploaded(await upload(session, png, 'mine.png'));
    const other = await chats.chat.open(chatbotId);
    expect(await refusal(await chats.chat.post(other, { clientMessageId: 'm', fileId }))).toMatchObject({
      status: 400,
    });
    const at = url.length - 50;
    const changed = `${url.slice(0, at)}${url[at] === 'A' ? 'B' : 'A'}${url.slice(at + 1)}`;
    expect((await download(changed)).status).toBe(404);
    expect((await download(`http://bot.test/api/v1/chat/files/${other.token}`)).status).toBe(404);
  });

  it('is not empty, not over 10 MB, and one of 50', async () => {
    const session = await chats.chat.open(chatbotId);
    expect((await upload(session, new Uint8Array())).status).toBe(400);
    expect((await upload(session, new Uint8Array(10 * 1_048_576 + 1))).status).toBe(413);
    for (let count = 0; count < 50; count++) {
      chats.pass(2_000);
      expect((await upload(session, png, 'x.png')).status).toBe(201);
    }
    chats.pass(2_000);
    expect((await upload(session, png, 'x.png')).status).toBe(403);
  });
});
