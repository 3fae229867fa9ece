import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hosted } from '@conferbot/server';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { start } from '../src/start.ts';

let hosted: Hosted;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'conferbot-custom-'));
  hosted = await start({ PORT: '0', DATA_DIR: dataDir, PLUGINS: 'chatbots', DEMO: '0', LOG_LEVEL: 'error' });
}, 60_000);
afterAll(async () => {
  await hosted?.close();
  await rm(dataDir, { recursive: true });
});

it('is a part of the hosted server: its tool is listed, and its subscription is told of changes', async () => {
  const workspace = await hosted.accounts.workspaces.create({ name: 'Acme', plan: 'pro' });
  const key = await hosted.accounts.keys.create(workspace.id, { name: 'test' });
  const client = new Client({ name: 'test', version: '1.0.0' });
  const requestInit = { headers: { 'x-api-key': key.key } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${hosted.address}/api/v1/mcp`), { requestInit }));
  const call = async (name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })).structuredContent as Record<string, unknown>;

  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain('list_chatbot_changes');
  const { id: chatbotId } = await call('create_chatbot', { name: 'Support' });
  await call('update_chatbot', { chatbotId, name: 'Help' });
  await vi.waitFor(
    async () => expect(await call('list_chatbot_changes', { chatbotId })).toMatchObject({ data: [{ name: 'Help' }] }),
    { timeout: 10_000, interval: 50 },
  );
  await client.close();
});
