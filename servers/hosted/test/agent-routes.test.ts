import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosted, loadConfig, startHosted } from '../src/index.ts';

let dataDir: string;
let server: Hosted;
let key: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'conferbot-agent-'));
  server = await startHosted(loadConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' }));
  const { id } = await server.accounts.workspaces.create({ name: 'Shop', plan: 'pro' });
  ({ key } = await server.accounts.keys.create(id, { name: 'Grace' }));
});
afterAll(async () => {
  await server?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const post = (path: string, body: object, withKey = key) =>
  fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'x-api-key': withKey, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;

describe('routes for people who answer', () => {
  it('are reached beside the tools under the same prefix', async () => {
    const { id: chatbotId } = await json<{ id: string }>(post('/api/v1/external/v1/chatbots', { name: 'Shop' }));
    const question = { id: 'name', type: 'ask-name-node', position: { x: 0, y: 140 }, data: { questionText: 'Name?' } };
    await post(`/api/v1/external/v1/chatbots/${chatbotId}/flow/nodes`, { node: question });
    await post(`/api/v1/external/v1/chatbots/${chatbotId}/flow/edges`, {
      edge: { source: 'welcome', target: 'name' },
    });
    await post(`/api/v1/external/v1/chatbots/${chatbotId}/flow/publish`, {});
    const session = await json<{ sessionId: string }>(post(`/api/v1/chat/${chatbotId}/sessions`, {}));
    const address = `/api/v1/external/v1/conversations/${session.sessionId}`;
    const said = await post(`${address}/messages`, { text: 'Hello!' });
    expect(said.status).toBe(200);
    expect(said.headers.get('ratelimit')).toMatch(/minute/);
    const listed = await fetch(`${server.address}/api/v1/external/v1/chatbots/${chatbotId}/conversations`, {
      headers: { 'x-api-key': key },
    });
    expect(await listed.json()).toMatchObject({ data: [{ id: session.sessionId, status: 'human' }] });
    expect((await post(`${address}/messages`, { text: 'Hi' }, 'wrong')).status).toBe(401);
    expect((await fetch(`${server.address}${address}/messages`)).status).toBe(405);
    expect((await post('/api/v1/external/v1/nothing', {})).status).toBe(404);
  });
});
