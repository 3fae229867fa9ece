import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@conferbot/server';
import { engines, scratchDatabase } from '@conferbot/testing';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { readComposeFile } from '../src/compose-file.ts';
import { type HostProcess, startHost } from './host-process.ts';

const folder = join(import.meta.dirname, '..');
const { services } = readComposeFile(folder);
const hosts = Object.entries(services).filter(([, service]) => service.build !== undefined);

it('has two hosts, a database and a proxy', () => {
  expect(Object.keys(services).sort()).toEqual(['eu', 'postgres', 'proxy', 'us']);
  expect(hosts.map(([name]) => name)).toEqual(['eu', 'us']);
});

it.each(hosts)('gives %s variables that the host knows, with values that it takes', (_name, { environment = {} }) => {
  const known = new Set<string>();
  const learn = (name: string) => void known.add(name);
  loadConfig(new Proxy({}, { get: (_target, name) => learn(String(name)) }));
  expect(Object.keys(environment).filter(name => !known.has(name))).toEqual([]);
  expect(loadConfig(environment)).toMatchObject({ host: '0.0.0.0', port: 3000, publicUrl: 'http://localhost:8080' });
});

it('gives the hosts one database and the same secrets', () => {
  const [first = {}, second = {}] = hosts.map(([, { environment }]) => environment);
  for (const name of ['DATABASE_URL', 'ENCRYPTION_KEY', 'ADMIN_TOKEN', 'PUBLIC_URL']) {
    expect(first[name], name).toBeDefined();
    expect(first[name], name).toBe(second[name]);
  }
  const { hostname, username, password, pathname } = new URL(first.DATABASE_URL ?? '');
  expect(hostname).toBe('postgres');
  expect(services.postgres?.environment).toEqual({
    POSTGRES_USER: username,
    POSTGRES_PASSWORD: password,
    POSTGRES_DB: pathname.slice(1),
  });
});

it('leads the proxy to both hosts, and nobody to their metrics', () => {
  const caddyfile = readFileSync(join(folder, 'Caddyfile'), 'utf8');
  const [, upstreams = ''] = /reverse_proxy ([^{]+) \{/.exec(caddyfile) ?? [];
  expect(upstreams.split(' ')).toEqual(hosts.map(([name, { environment }]) => `${name}:${environment?.PORT}`));
  expect(caddyfile).toContain('respond /metrics 404');
});

// Two hosts share a PostgreSQL: without one there is nothing to share.
describe.each(engines.filter(engine => engine === 'postgres'))('two hosts on one %s', () => {
  it('answer for each other, with one key, and one goes on when the other stops', async () => {
    await using database = await scratchDatabase();
    const cwd = await mkdtemp(join(tmpdir(), 'conferbot-regions-'));
    // The environment of the file, but for what names machines.
    const here = { DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'error' };
    const start = (name: string) => startHost({ ...services[name]?.environment, ...here }, cwd);
    try {
      // At once: they wait for each other to migrate.
      const [eu, us] = await Promise.all([start('eu'), start('us')]);
      await using _eu = eu;
      await using _us = us;
      const key = await makeKey(eu);
      const inEurope = await connectTo(eu, key);
      const { id: chatbotId } = await inEurope.call('create_chatbot', { name: 'Support' });
      const inAmerica = await connectTo(us, key);
      expect(await inAmerica.call('get_chatbot', { chatbotId })).toMatchObject({ id: chatbotId, name: 'Support' });

      await inEurope.client.close();
      await eu.stop();
      await inAmerica.call('update_chatbot', { chatbotId, name: 'Help' });
      expect(await inAmerica.call('get_chatbot', { chatbotId })).toMatchObject({ name: 'Help' });
      await inAmerica.client.close();
    } finally {
      await rm(cwd, { recursive: true });
    }
  });
});

/** A workspace, and a key for it, as an operator makes them: with the ADMIN_TOKEN of the file. */
async function makeKey({ address }: HostProcess): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${services.eu?.environment?.ADMIN_TOKEN}`,
  };
  const post = async (path: string, body: object) => {
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${address}/api/v1/admin${path}`, init);
    return (await answer.json()) as Record<string, string>;
  };
  const { id } = await post('/workspaces', { name: 'Acme', plan: 'pro' });
  const { key } = await post(`/workspaces/${id}/api-keys`, { name: 'test' });
  return key ?? '';
}

async function connectTo({ address }: HostProcess, key: string) {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const requestInit = { headers: { 'x-api-key': key } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/api/v1/mcp`), { requestInit }));
  const call = async (name: string, args: Record<string, unknown>) => {
    const { structuredContent, content, isError } = await client.callTool({ name, arguments: args });
    if (isError === true) throw new Error(JSON.stringify(content));
    return structuredContent as Record<string, unknown>;
  };
  return { client, call };
}
