import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client as ModernClient, StreamableHTTPClientTransport as ModernTransport } from '@modelcontextprotocol/client';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosted, loadConfig, startHosted } from '../src/index.ts';
import { callEverything } from './support/call-everything.ts';
import { freshDataDir } from './support/data-dir.ts';

let hosted: Hosted;
let url: URL;
let requestInit: { headers: Record<string, string> };
const cleanups: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const { dataDir, remove } = await freshDataDir();
  hosted = await startHosted(loadConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'fatal' }));
  cleanups.push(remove, () => hosted.close());
  const { id } = await hosted.accounts.workspaces.create({ name: 'Clients', plan: 'enterprise' });
  const { key } = await hosted.accounts.keys.create(id, { name: 'Clients', rateLimitPerMinute: 1_000_000 });
  url = new URL(`${hosted.address}/api/v1/mcp`);
  requestInit = { headers: { 'x-api-key': key } };
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** What the clients of both SDKs have in common. */
interface SdkClient {
  listTools(): Promise<{ tools: { name: string }[] }>;
  callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<{ [member: string]: unknown }>;
  listResources(): Promise<{ resources: { uri: string }[] }>;
  readResource(params: { uri: string }): Promise<{ contents: unknown[] }>;
  close(): Promise<void>;
}

/** Lists and calls every tool, and reads every resource. */
async function useEverything(client: SdkClient): Promise<void> {
  const { tools } = await client.listTools();
  const called = await callEverything(async (name, args) => {
    const { structuredContent } = await client.callTool({ name, arguments: args });
    return structuredContent as Record<string, unknown>;
  }, url.origin);
  expect(called).toEqual(tools.map(tool => tool.name).sort());
  for (const { uri } of (await client.listResources()).resources) {
    expect((await client.readResource({ uri })).contents).toHaveLength(1);
  }
  await client.close();
}

describe('the client of SDK v1', () => {
  it('lists and calls every tool, and reads every resource', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit }) as Parameters<Client['connect']>[0]);
    await useEverything(client);
  });
});

describe.each(['legacy', 'auto'] as const)('the client of SDK v2 in %s mode', mode => {
  it('lists and calls every tool, and reads every resource', async () => {
    const client = new ModernClient({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
    await client.connect(new ModernTransport(url, { requestInit }));
    expect(client.getNegotiatedProtocolVersion()).toBe(mode === 'auto' ? '2026-07-28' : '2025-11-25');
    await useEverything(client);
  });
});

describe.each(['legacy', 'modern'])('the MCP Inspector with a strict eye and the %s protocol', era => {
  const manifest = import.meta.resolve('@modelcontextprotocol/inspector/package.json');
  const cli = fileURLToPath(new URL('clients/launcher/build/index.js', manifest));

  /** What it prints; it fails with the portability errors of a schema, and with those of a call. */
  async function inspect(method: string, ...args: string[]): Promise<Record<string, unknown>> {
    return inspectAt(url.href, method, ...args);
  }

  async function inspectAt(address: string, method: string, ...args: string[]): Promise<Record<string, unknown>> {
    const [header] = Object.entries(requestInit.headers).map(([name, value]) => `${name}: ${value}`);
    const common = ['--cli', address, '--transport', 'http', '--header', header ?? '', '--protocol-era', era];
    const strict = method === 'tools/list' ? ['--strict'] : [];
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [cli, ...common, ...strict, '--format', 'json', '--quiet', '--method', method, ...args],
      { timeout: 60_000 },
    );
    expect(stderr, 'warnings about the schemas').toBe('');
    return (JSON.parse(stdout) as { result: Record<string, unknown> }).result;
  }

  it('lists and calls every tool', { timeout: 300_000 }, async () => {
    const { tools } = (await inspect('tools/list')) as { tools: { name: string }[] };
    const called = await callEverything(async (name, args) => {
      const given = Object.entries(args).flatMap(([key, value]) => ['--tool-arg', `${key}=${argumentText(value)}`]);
      const result = await inspect('tools/call', '--tool-name', name, ...given);
      return result.structuredContent as Record<string, unknown>;
    }, url.origin);
    expect(called).toEqual(tools.map(tool => tool.name).sort());
  });

  it('lists the tools of a toolset that is opt-in', async () => {
    const { tools } = await inspectAt(`${url.href}/x/flow-lab`, 'tools/list');
    expect(tools).toContainEqual(expect.objectContaining({ name: 'simulate_flow' }));
    expect(tools).toHaveLength(8);
  });
});

function argumentText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

describe('an id that is not ASCII', () => {
  it('comes back whole with the longest answers', async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...requestInit.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 'Größe 🤖', method: 'tools/list' }),
    });
    expect(await response.json()).toMatchObject({ id: 'Größe 🤖', result: { tools: expect.any(Array) } });
  });
});
