import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client as ModernClient } from '@modelcontextprotocol/client';
import { StdioClientTransport as ModernTransport } from '@modelcontextprotocol/client/stdio';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, it } from 'vitest';

interface Manifest {
  readonly server: {
    readonly entry_point: string;
    readonly mcp_config: { readonly command: string; readonly args: string[]; readonly env: Record<string, string> };
  };
  readonly user_config: Record<string, { readonly default: string }>;
}

const run = promisify(execFile);
const bundler = join(import.meta.dirname, '../src/bundle.ts');
const cli = join(dirname(createRequire(import.meta.url).resolve('@anthropic-ai/mcpb')), 'cli/cli.js');

let folder: string;
let installed: string;
let manifest: Manifest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conferbot-mcpb-'));
  installed = join(folder, 'extensions', 'conferbot');
  const file = join(folder, 'conferbot.mcpb');
  await run(process.execPath, ['--conditions=@conferbot/source', bundler, file]);
  await run(process.execPath, [cli, 'unpack', file, installed]);
  manifest = JSON.parse(await readFile(join(installed, 'manifest.json'), 'utf8'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

/** What a desktop client starts: the manifest's command, its variables replaced. */
function command() {
  const { args, env, command } = manifest.server.mcp_config;
  const fill = (text: string): string =>
    text
      .replaceAll(/\$\{user_config\.(\w+)\}/g, (_, key) => fill(manifest.user_config[key]?.default ?? ''))
      .replaceAll('${__dirname}', installed)
      .replaceAll('${HOME}', folder);
  return {
    command: command === 'node' ? process.execPath : command,
    args: args.map(fill),
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])),
    cwd: folder,
  };
}

it('has a manifest that the tools of the format accept, and that starts what is in the bundle', async () => {
  const { stdout } = await run(process.execPath, [cli, 'validate', join(installed, 'manifest.json')]);
  expect(stdout).toContain('Manifest schema validation passes');
  expect(manifest.server.mcp_config.args).toEqual([`\${__dirname}/${manifest.server.entry_point}`]);
});

it('serves a client of each protocol era as the manifest says, from a folder without packages', async () => {
  const first = new Client({ name: 'test', version: '1.0.0' });
  await first.connect(new StdioClientTransport(command()));
  expect((await first.listTools()).tools).toHaveLength(45);
  await first.callTool({ name: 'create_chatbot', arguments: { name: 'Support' } });
  await first.close();

  const second = new ModernClient({ name: 'test', version: '1.0.0' });
  await second.connect(new ModernTransport(command()));
  const { structuredContent } = await second.callTool({ name: 'list_chatbots', arguments: {} });
  expect(structuredContent).toMatchObject({ data: [{ name: 'Support' }] });
  await second.close();
});
