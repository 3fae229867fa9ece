import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client as SdkClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { parse as parseToml } from 'smol-toml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { banner } from '../src/banner.ts';
import { addressOf, type Client, type Connection, type Way } from '../src/install/client.ts';
import { clients } from '../src/install/clients.ts';
import { installMarkdown } from '../src/install/markdown.ts';
import { startServer, type TestServer } from './support/server.ts';

const connection: Connection = { name: 'conferbot', url: 'https://bots.example/api/v1/mcp', key: 'cbk_1a2B3c' };

function ways<K extends Way['kind']>(client: Client, kind: K): Extract<Way, { kind: K }>[] {
  return client.ways(connection).filter((way): way is Extract<Way, { kind: K }> => way.kind === kind);
}

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The configuration in a link, read as its client reads it. */
function configIn(address: string): Record<string, unknown> {
  const { protocol, search, searchParams } = new URL(address);
  if (protocol === 'cursor:') return JSON.parse(atob(searchParams.get('config') ?? ''));
  return JSON.parse(decodeURIComponent(search.slice(1)));
}

describe('the table of clients', () => {
  it('has every client once, and a way for each', () => {
    expect(clients.map(({ id }) => id)).toEqual([
      'claude-code',
      'cursor',
      'vs-code',
      'windsurf',
      'jetbrains',
      'codex',
      'gemini-cli',
      'claude-desktop',
    ]);
    for (const client of clients) expect(client.ways(connection), client.id).not.toEqual([]);
  });

  it.each(clients)('gives $id texts that parse and hold the address and the key', client => {
    for (const { language, text } of ways(client, 'text')) {
      const texts = textsIn(language === 'json' ? JSON.parse(text) : parseToml(text));
      expect(texts).toContain(connection.url);
      expect(texts).toContain(connection.key);
    }
    for (const { text } of ways(client, 'command')) {
      expect(text).toContain(` ${connection.name} ${connection.url} --header "x-api-key: ${connection.key}"`);
    }
  });

  it.each(clients.filter(client => ways(client, 'link').length > 0))(
    'gives $id links that carry what its file says',
    client => {
      const [file] = ways(client, 'text').map(({ text }) => JSON.parse(text));
      const server = (file.mcpServers ?? file.servers)[connection.name];
      for (const link of ways(client, 'link')) {
        const { name, ...config } = configIn(addressOf(link));
        expect(config).toEqual(server);
        expect(name ?? new URL(addressOf(link)).searchParams.get('name')).toBe(connection.name);
      }
    },
  );

  it('leads to the links from the web, where other schemes are dropped', () => {
    for (const link of clients.flatMap(client => ways(client, 'link'))) {
      const address = addressOf(link);
      const web = new URL(link.onTheWeb(address));
      expect(web.protocol).toBe('https:');
      const target = web.searchParams.get('url') ?? `cursor://anysphere.cursor-deeplink/mcp/install${web.search}`;
      expect(target).toBe(address);
    }
  });

  it('keeps the bridge of Claude Desktop on https unless the server has none', () => {
    const [, , , , , , , desktop] = clients;
    const argsFor = (url: string) =>
      textsIn(desktop?.ways({ ...connection, url }).map(way => 'text' in way && JSON.parse(way.text)));
    expect(argsFor('https://bots.example/api/v1/mcp')).not.toContain('--allow-http');
    expect(argsFor('http://bots.lan/api/v1/mcp')).toContain('--allow-http');
  });
});

describe('the README', () => {
  it('names every client, and no key', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
    for (const { name } of clients) expect(readme).toContain(`<summary>${name}</summary>`);
    expect(readme).toContain('YOUR_API_KEY');
    expect(readme).not.toMatch(/cbk_\w/);
  });

  it('marks every block as one that is not run, and opens and closes what is folded', () => {
    const markdown = installMarkdown(connection);
    const fences = [...markdown.matchAll(/^```(.*)$/gm)].map(([, info]) => info);
    expect(
      fences.filter((_, index) => index % 2 === 0).every(info => /^(bash|json|toml) illustration$/.test(info ?? '')),
    ).toBe(true);
    expect(markdown.split('<details>')).toHaveLength(clients.length + 1);
    expect(markdown.split('</details>')).toHaveLength(clients.length + 1);
  });
});

describe('the block for .mcp.json that a start prints', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ env: { DEMO: '1' } });
  });
  afterAll(() => server.close());

  it('connects a client as it stands', async () => {
    const [block = ''] = /^\{\n[\s\S]*?^\}$/m.exec(banner(server)) ?? [];
    const { type, url, headers } = JSON.parse(block).mcpServers.conferbot;
    expect(type).toBe('http');
    const client = new SdkClient({ name: 'test', version: '1.0.0' });
    const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
    await client.connect(transport as Parameters<SdkClient['connect']>[0]);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('list_chatbots');
    await client.close();
  });

  it('is the only place with the key, and is followed by the command of Claude Code and the address of the rest', () => {
    const text = banner(server);
    expect(text.split(server.demoKey ?? '-')).toHaveLength(2);
    expect(text).toContain(`  claude mcp add --transport http conferbot ${server.publicUrl}/api/v1/mcp --header`);
    expect(text).toContain(`${server.publicUrl}/\n`);
  });
});
