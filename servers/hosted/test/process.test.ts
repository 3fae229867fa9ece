import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestStore } from './support/postgres.ts';
import { failToStart, type ServerProcess, spawnServer } from './support/process.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'conferbot-process-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function post(server: ServerProcess, path: string, key: string, body: object): Promise<Response> {
  return fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
}

/** A key made through the control plane, as an operator makes one. */
async function makeKey(server: ServerProcess, dataDir: string): Promise<string> {
  const admin = (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim();
  const workspace = await post(server, '/api/v1/admin/workspaces', admin, { name: 'Test', plan: 'enterprise' });
  const { id } = (await workspace.json()) as { id: string };
  const input = { name: 'Test', rateLimitPerMinute: 1_000_000 };
  const created = await post(server, `/api/v1/admin/workspaces/${id}/api-keys`, admin, input);
  const { key } = (await created.json()) as { key: string };
  return key;
}

async function names(server: ServerProcess, key: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const response = await fetch(`${server.address}/api/v1/external/v1/chatbots?limit=100${query}`, {
      headers: { 'x-api-key': key },
    });
    const page = (await response.json()) as { data: { name: string }[]; pagination: { nextCursor: string | null } };
    found.push(...page.data.map(({ name }) => name));
    cursor = page.pagination.nextCursor;
  }
  return found;
}

const postgresUrl = process.env.TEST_DATABASE_URL;

const engines: readonly (readonly [string, () => Promise<TestStore>])[] = [
  ['PGlite', async () => ({ name: 'kill', env: {}, [Symbol.asyncDispose]: async () => undefined })],
  ...(postgresUrl === undefined ? [] : [['PostgreSQL', () => createDatabase(postgresUrl)] as const]),
];

/** How often a server is killed while it writes; TEST_KILLS=50 for the long run. */
const kills = Number(process.env.TEST_KILLS ?? 2);

describe('the process', () => {
  it('prints a configuration that works, with the demo key, even when it logs errors only; once', async () => {
    const env = { DATA_DIR: join(root, 'demo'), DEMO: '', LOG_LEVEL: 'error' };
    const first = await spawnServer(env);
    await sleep(50);
    const [block = ''] = /^\{\n[\s\S]*?^\}$/m.exec(first.output()) ?? [];
    const { conferbot } = JSON.parse(block).mcpServers;
    expect(conferbot).toMatchObject({ type: 'http', url: `${first.address}/api/v1/mcp` });
    const response = await fetch(conferbot.url, {
      method: 'POST',
      headers: { ...conferbot.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_chatbots' } }),
    });
    expect(await response.text()).toContain('Warranty claims');
    expect(await first.end('SIGTERM')).toBe(0);
    const second = await spawnServer(env);
    expect(second.output()).not.toContain('cbk_');
    expect(second.output()).toContain('conferbot key create');
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('finishes the call in flight when it is told to stop, takes no new ones, and ends with 0', async () => {
    const dataDir = join(root, 'stop');
    const server = await spawnServer({ DATA_DIR: dataDir });
    const key = await makeKey(server, dataDir);
    const call = fetch(`${server.address}/api/v1/external/v1/fixture/wait?milliseconds=1200`, {
      headers: { 'x-api-key': key },
    });
    await sleep(400);
    const ended = server.end('SIGTERM');
    await sleep(200);
    await expect(fetch(`${server.address}/readyz`)).rejects.toThrow();
    const answer = await call;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ waited: 1200 });
    expect(await ended).toBe(0);
  });

  it.each(engines)(
    'keeps what it acknowledged when it is killed while it writes to %s',
    async (_engine, prepare) => {
      await using store = await prepare();
      const dataDir = join(root, store.name);
      const env = { DATA_DIR: dataDir, ...store.env };
      let server = await spawnServer(env);
      const key = await makeKey(server, dataDir);
      const acknowledged: string[] = [];
      for (let round = 1; round <= kills; round++) {
        const { address } = server;
        const write = async (lane: number): Promise<void> => {
          for (let count = 0; ; count++) {
            const name = `bot ${round}.${lane}.${count}`;
            const response = await post({ ...server, address }, '/api/v1/external/v1/chatbots', key, { name });
            if (response.status !== 201) throw new Error(`${response.status}`);
            acknowledged.push(name);
          }
        };
        const writers = Promise.allSettled([1, 2, 3, 4].map(write));
        await sleep(700);
        expect(await server.end('SIGKILL')).toBeNull();
        await writers;
        server = await spawnServer(env);
        const kept = new Set(await names(server, key));
        expect(acknowledged.length).toBeGreaterThan(10 * round);
        expect(acknowledged.filter(name => !kept.has(name))).toEqual([]);
        // One write of each lane may have been committed and not acknowledged.
        expect(kept.size).toBeLessThanOrEqual(acknowledged.length + 4 * round);
      }
      expect(await server.end('SIGINT')).toBe(0);
    },
    30_000 + kills * 15_000,
  );

  it('says in one line what is wrong with its configuration, and ends with 1', async () => {
    const occupied = createServer().listen(0, '127.0.0.1');
    await once(occupied, 'listening');
    const { port } = occupied.address() as { port: number };
    const DATA_DIR = join(root, 'wrong');
    const failures = await Promise.all([
      failToStart({ DATA_DIR, PORT: 'many' }),
      failToStart({ DATA_DIR, PLUGINS: 'teapots' }),
      failToStart({ DATA_DIR, PORT: String(port) }),
    ]);
    occupied.close();
    expect(failures.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(failures.map(({ stderr }) => stderr)).toEqual([
      'conferbot: PORT takes a port from 0 to 65535.\n',
      expect.stringMatching(/^conferbot: PLUGINS takes .*teapots.*\n$/),
      expect.stringMatching(/^conferbot: HOST and PORT name an address that is in use.*\n$/),
    ]);
  });

  it('offers its commands', async () => {
    const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
    const env = { PATH: process.env.PATH, DATA_DIR: join(root, 'cli') };
    const run = async (...args: string[]) => {
      const child = spawn(process.execPath, ['--conditions=@conferbot/source', cli, ...args], { env });
      let output = '';
      child.stdout.on('data', chunk => {
        output += chunk;
      });
      const [code] = await once(child, 'close');
      return { code, output };
    };
    const help = await run('--help');
    for (const name of ['start', 'migrate', 'workspace', 'key', 'usage'])
      expect(help.output).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(await run('migrate')).toMatchObject({ code: 0, output: expect.stringMatching(/^applied /m) });
    expect(await run('migrate')).toEqual({ code: 0, output: 'The store is up to date.\n' });
  }, 60_000);
});
