import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { workspaceId } from '@conferbot/accounts';
import { Client as ModernClient } from '@modelcontextprotocol/client';
import { StdioClientTransport as ModernTransport } from '@modelcontextprotocol/client/stdio';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig, startHosted } from '../src/index.ts';
import { freshDataDir } from './support/data-dir.ts';
import { prompts, resources, tools } from './support/surface.ts';
import { questionFlow } from './support/visit.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
/** A start on a machine that is busy takes long. */
const slow = { timeout: 240_000 };
let dataDir: string;

beforeEach(async () => {
  ({ dataDir } = await freshDataDir());
});
// A client waits for the process for a while only, and then leaves it to end by itself.
afterEach(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10 }));

function command(env: Record<string, string> = {}, ...args: string[]) {
  return {
    command: process.execPath,
    args: ['--conditions=@conferbot/source', cli, 'stdio', ...args],
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
  };
}

/** What the clients of both SDKs have in common. */
interface SdkClient {
  listTools(): Promise<{ tools: { name: string; inputSchema: { required?: string[] | undefined } }[] }>;
  listResources(): Promise<{ resources: { uri: string }[] }>;
  listResourceTemplates(): Promise<{ resourceTemplates: { uriTemplate: string }[] }>;
  listPrompts(): Promise<{
    prompts: { name: string; arguments?: { name: string; required?: boolean | undefined }[] | undefined }[];
  }>;
  callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<{ [member: string]: unknown }>;
  getPrompt(prompt: { name: string; arguments: Record<string, string> }): Promise<{ messages: unknown[] }>;
  readResource(resource: { uri: string }): Promise<{ contents: unknown[] }>;
  close(): Promise<void>;
}

async function connectV1(env?: Record<string, string>, ...args: string[]): Promise<SdkClient> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(new StdioClientTransport(command(env, ...args)), slow);
  return client as SdkClient;
}

async function connectV2(mode: 'legacy' | 'auto', env?: Record<string, string>): Promise<SdkClient> {
  const client = new ModernClient({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(new ModernTransport(command(env)), slow);
  expect(client.getNegotiatedProtocolVersion()).toBe(mode === 'auto' ? '2026-07-28' : '2025-11-25');
  return client as SdkClient;
}

async function call<T = Record<string, unknown>>(client: SdkClient, name: string, args: object = {}): Promise<T> {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: { ...args } });
  if (isError === true) throw new Error(`${name}: ${JSON.stringify(content)}`);
  return structuredContent as T;
}

const clients: readonly (readonly [string, () => Promise<SdkClient>])[] = [
  ['SDK v1', () => connectV1()],
  ['SDK v2, in the era of handshakes', () => connectV2('legacy')],
  ['SDK v2, in the stateless era', () => connectV2('auto')],
];

describe.each(clients)('over stdio, a client of %s', slow, (_sdk, connect) => {
  it('is offered exactly the 45 tools, 6 resources and 6 prompts, and uses them', async () => {
    const client = await connect();
    const listed = (await client.listTools()).tools;
    const required = listed.map(({ name, inputSchema }) => [name, [...(inputSchema.required ?? [])].sort()]);
    expect(Object.fromEntries(required)).toEqual(tools);
    expect(listed).toHaveLength(45);
    const uris = [
      ...(await client.listResources()).resources.map(({ uri }) => uri),
      ...(await client.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate),
    ];
    expect(uris.sort()).toEqual([...resources].sort());
    const withArguments = (await client.listPrompts()).prompts.map(({ name, arguments: args = [] }) => [
      name,
      args.filter(argument => argument.required).map(argument => argument.name),
    ]);
    expect(Object.fromEntries(withArguments)).toEqual(prompts);

    const { id: chatbotId } = await call<{ id: string }>(client, 'create_chatbot', { name: 'Support' });
    await call(client, 'update_chatbot_flow', { chatbotId, flow: questionFlow });
    expect(await call(client, 'publish_flow_version', { chatbotId })).toMatchObject({ published: true });
    const article = { chatbotId, title: 'Hours', description: 'When we are open.', content: 'From 9 to 5.' };
    expect(await call(client, 'create_knowledge_article', article)).toMatchObject({ title: 'Hours' });
    expect(await call(client, 'get_widget_config', { chatbotId })).toMatchObject({
      embedSnippet: expect.stringContaining('http://127.0.0.1:3000/widget.js'),
    });
    expect(await call(client, 'list_conversations', { chatbotId })).toMatchObject({ data: [] });
    expect(await call(client, 'get_chatbot_analytics', { chatbotId })).toMatchObject({ totals: { views: 0 } });
    expect(await call(client, 'get_api_usage')).toMatchObject({ quota: null });
    const prompt = await client.getPrompt({ name: 'analyze-chatbot-performance', arguments: { chatbotId } });
    expect(JSON.stringify(prompt.messages)).toContain('Support');
    const { contents } = await client.readResource({ uri: `conferbot://chatbot/${chatbotId}` });
    expect(JSON.stringify(contents)).toContain(chatbotId);
    await client.close();
  });
});

describe('the command stdio', slow, () => {
  it('keeps what one client made for the next, in the only workspace there is', async () => {
    const first = await connectV1();
    await call(first, 'create_chatbot', { name: 'Kept' });
    await first.close();
    const second = await connectV2('auto');
    expect(await call(second, 'list_chatbots')).toMatchObject({ data: [{ name: 'Kept' }] });
    await second.close();
  });

  it('hands events out in the background: a webhook is told of a flow that was published', async () => {
    const told = Promise.withResolvers<string>();
    const receiver = createServer((request, response) => {
      response.end();
      text(request).then(told.resolve, told.reject);
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const client = await connectV2('auto', { ALLOW_PRIVATE_WEBHOOKS: '1' });
    const { id: chatbotId } = await call(client, 'create_chatbot', { name: 'Told' });
    await call(client, 'create_webhook', { chatbotId, url, events: ['flow.published'] });
    await call(client, 'publish_flow_version', { chatbotId });
    expect(JSON.parse(await told.promise)).toMatchObject({ event: 'flow.published', botId: chatbotId });
    await client.close();
    receiver.close();
  });

  it('serves the workspace that is named, and asks for a name where there are several', async () => {
    const hosted = await startHosted(loadConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'fatal' }));
    await hosted.accounts.workspaces.create({ name: 'One', plan: 'starter' });
    const two = await hosted.accounts.workspaces.create({ name: 'Two', plan: 'business' });
    await hosted.close();
    const asked = /^conferbot: There are 2 workspaces here: name one with --workspace <id>.*\n$/;
    expect(await failure()).toEqual({ code: 1, stderr: expect.stringMatching(asked), stdout: '' });
    expect(await failure('--workspace', 'wsp_nobody')).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^conferbot: --workspace takes the id of a workspace.*wsp_nobody is none\.\n$/),
      stdout: '',
    });
    const client = await connectV1({}, '--workspace', workspaceId.encode(two.id));
    expect(await call(client, 'get_api_usage')).toMatchObject({ plan: 'business' });
    await client.close();
  });

  it('ends with 0 when its input ends, lets go of the store, and writes nothing but the protocol to its output', async () => {
    for (const attempt of [1, 2]) {
      const child = start({ LOG_LEVEL: 'debug' });
      const output = text(child.stdout);
      const log = text(child.stderr);
      child.stdin.end(`${JSON.stringify({ jsonrpc: '2.0', id: attempt, method: 'initialize', params: hello })}\n`);
      const [code] = await once(child, 'close');
      expect(code).toBe(0);
      const lines = (await output).trim().split('\n');
      expect(lines.map(line => JSON.parse(line))).toMatchObject([{ jsonrpc: '2.0', id: attempt, result: {} }]);
      expect(await log).toContain('serving over stdio');
    }
  });

  it('ends with 0 when it is told to stop', async () => {
    const child = start({ LOG_LEVEL: 'info' });
    for await (const chunk of child.stderr) if (String(chunk).includes('serving over stdio')) break;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

const hello = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1.0.0' } };

function start(env: Record<string, string>, ...args: string[]): ChildProcessWithoutNullStreams {
  const { command: file, args: given, env: environment } = command(env, ...args);
  return spawn(file, given, { env: environment, stdio: 'pipe' });
}

/** Runs a start that is expected to fail. */
async function failure(...args: string[]) {
  const child = start({}, ...args);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}
