import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client as ModernClient } from '@modelcontextprotocol/client';
import { StdioClientTransport as ModernTransport } from '@modelcontextprotocol/client/stdio';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, it } from 'vitest';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'conferbot-stdio-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const command = () => ({
  command: process.execPath,
  args: ['--conditions=@conferbot/source', join(import.meta.dirname, '../src/main.ts')],
  env: { PATH: process.env.PATH ?? '', DATA_DIR: join(dataDir, 'store') },
});

it('serves a client of each protocol era, and keeps what the first one made for the second', async () => {
  const first = new Client({ name: 'test', version: '1.0.0' });
  await first.connect(new StdioClientTransport(command()));
  await first.callTool({ name: 'create_chatbot', arguments: { name: 'Support' } });
  await first.close();

  const second = new ModernClient({ name: 'test', version: '1.0.0' });
  await second.connect(new ModernTransport(command()));
  expect((await second.listTools()).tools.map(tool => tool.name)).toContain('list_chatbots');
  const { structuredContent } = await second.callTool({ name: 'list_chatbots', arguments: {} });
  expect(structuredContent).toMatchObject({ data: [{ name: 'Support' }] });
  await second.close();
});
