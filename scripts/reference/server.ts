import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Composition } from '@conferbot/runtime';
import { loadConfig, startHosted } from '@conferbot/server';

/** A request of MCP; returns its result. @throws Error for what the server refuses */
export type Ask = (method: string, params: object) => Promise<Record<string, unknown>>;

/** A fresh server for the story, and an endpoint for its webhooks. */
export interface StoryServer extends AsyncDisposable {
  readonly composition: Composition;
  /** Where it listens; results name another address. */
  readonly address: string;
  readonly ask: Ask;
  /** Address of an endpoint that answers 401; results name {@link hookUrl}. */
  readonly refusingHook: string;
}

const publicUrl = 'https://chat.example.com';
export const hookUrl = 'https://hooks.example.com/conferbot';

export async function startStoryServer(): Promise<StoryServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'conferbot-reference-'));
  const hosted = await startHosted(
    loadConfig({
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: '0',
      LOG_LEVEL: 'fatal',
      PLUGINS: 'all,flow-lab,webhooks-lab',
      PUBLIC_URL: publicUrl,
      ALLOWED_HOSTS: '*',
      ALLOW_PRIVATE_WEBHOOKS: '1',
    }),
    { checkResults: true },
  );
  const { id } = await hosted.accounts.workspaces.create({ name: 'Bakery', plan: 'pro' });
  const { key } = await hosted.accounts.keys.create(id, { name: 'Reference', rateLimitPerMinute: 100_000 });
  const hook = createServer((_, response) => response.writeHead(401).end('Unknown signature'));
  await new Promise<void>(resolve => hook.listen(0, '127.0.0.1', resolve));
  const at = hook.address();
  if (at === null || typeof at === 'string') throw new Error('The endpoint has no port.');
  return {
    composition: hosted.runtime.composition,
    address: hosted.address,
    ask: (method, params) => ask(`${hosted.address}/api/v1/mcp`, key, method, params),
    refusingHook: `http://127.0.0.1:${at.port}/conferbot`,
    async [Symbol.asyncDispose]() {
      await hosted.close();
      hook.closeAllConnections();
      await new Promise(resolve => hook.close(resolve));
      await rm(dataDir, { recursive: true });
    },
  };
}

async function ask(url: string, key: string, method: string, params: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'x-api-key': key },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const answer = (await response.json()) as { result?: Record<string, unknown>; error?: { message: string } };
  if (answer.result === undefined) throw new Error(`${method}: ${answer.error?.message ?? response.status}`);
  return answer.result;
}
