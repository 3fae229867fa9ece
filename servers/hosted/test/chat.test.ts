import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger, type Hosted, loadConfig, startHosted } from '../src/index.ts';

interface Session {
  readonly sessionId: string;
  readonly token: string;
  readonly messages: readonly { readonly text?: string }[];
}

let dataDir: string;
let server: Hosted;
let chatbotId: string;
const logs: string[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'conferbot-chat-'));
  server = await startHosted(loadConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0' }), {
    logger: createLogger('debug', { write: line => void logs.push(line) }),
    checkResults: true,
  });
  const { id } = await server.accounts.workspaces.create({ name: 'Shop', plan: 'pro' });
  const { key } = await server.accounts.keys.create(id, { name: 'Test' });
  const rest = async (path: string, body: object): Promise<{ id: string }> => {
    const response = await fetch(`${server.address}/api/v1/external/v1${path}`, {
      method: 'POST',
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { id: string };
  };
  ({ id: chatbotId } = await rest('/chatbots', { name: 'Shop' }));
  await rest(`/chatbots/${chatbotId}/flow/nodes`, {
    node: {
      id: 'file',
      type: 'ask-file-node',
      position: { x: 0, y: 140 },
      data: { questionText: 'Send it.', answerVariable: 'file' },
    },
  });
  await rest(`/chatbots/${chatbotId}/flow/edges`, { edge: { source: 'welcome', target: 'file' } });
  await rest(`/chatbots/${chatbotId}/flow/publish`, {});
});
afterAll(async () => {
  await server?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const chat = (path: string, init: RequestInit = {}, token = '') =>
  fetch(`${server.address}/api/v1/chat${path}`, {
    ...init,
    headers: {
      origin: 'https://shop.example',
      ...(typeof init.body === 'string' && { 'content-type': 'application/json' }),
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...init.headers,
    },
  });

async function open(): Promise<Session> {
  const response = await chat(`/${chatbotId}/sessions`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(201);
  return (await response.json()) as Session;
}

describe('a chat over HTTP', () => {
  it('may be held by any website', async () => {
    const asked = await chat(`/${chatbotId}/sessions`, {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    const refused = await chat('/nonsense/sessions', { method: 'POST', body: '{}' });
    expect(refused.status).toBe(404);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(await refused.json()).toMatchObject({ error: 'Not Found', requestId: expect.stringMatching(/^req_/) });
  });

  it('takes files over 1 MiB and messages under 128 KiB, streams events, and gives the file back', async () => {
    const { sessionId, token } = await open();
    const events = await chat(`/sessions/${sessionId}/events`, {}, token);
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    let streamed = '';
    const seen = (async () => {
      for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) streamed += next.value;
    })();
    const content = randomBytes(3 * 1024 * 1024);
    const upload = await chat(`/sessions/${sessionId}/files`, { method: 'POST', body: content }, token);
    expect(upload.status).toBe(201);
    const file = (await upload.json()) as { fileId: string; url: string };
    expect(file.url.startsWith(`${server.address}/api/v1/chat/files/`)).toBe(true);
    const send = (body: object) =>
      chat(`/sessions/${sessionId}/messages`, { method: 'POST', body: JSON.stringify(body) }, token);
    expect((await send({ clientMessageId: 'a', text: 'x'.repeat(200_000) })).status).toBe(413);
    const answer = await send({ clientMessageId: 'a', fileId: file.fileId });
    expect(await answer.json()).toMatchObject({ status: 'completed', input: null });
    for (let tries = 0; tries < 200 && !streamed.includes('completed'); tries++) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    expect(streamed).toMatch(/event: message\ndata: .*Send it\./);
    expect(streamed).toMatch(/event: status\ndata: .*completed/);
    await reader?.cancel();
    await seen;
    const back = await fetch(file.url);
    expect(Buffer.from(await back.arrayBuffer()).equals(content)).toBe(true);
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
    expect(logs.join('')).not.toContain(token);
  });
});
