import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { accountCommands } from '../src/commands/index.ts';
import { controlPlane } from '../src/index.ts';
import { callerOf, type Open, openAccounts, silent, testStore } from './fixture.ts';

const adminToken = 'token-of-the-commands';

describe('the commands', () => {
  let open: Open;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    open = await openAccounts(await testStore('pglite'));
    const handle = controlPlane(open.accounts, { adminToken, logger: silent });
    server = createServer(async (incoming, outgoing) => {
      const { method = 'GET' } = incoming;
      const body = await text(incoming);
      const headers = Object.entries(incoming.headers).map(
        ([name, value]) => [name, String(value)] as [string, string],
      );
      const request = new Request(`${url}${incoming.url}`, { method, headers, ...(body === '' ? {} : { body }) });
      const response = await handle(request);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.stubEnv('ADMIN_TOKEN', adminToken);
    vi.stubEnv('CONFERBOT_URL', url);
  });

  afterEach(() => {
    process.exitCode = undefined;
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await open.close();
  });

  async function run(...args: string[]) {
    const out: string[] = [];
    const err: string[] = [];
    const stdout = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => out.push(String(chunk)) > 0);
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(chunk => err.push(String(chunk)) > 0);
    try {
      const program = new Command('conferbot').exitOverride();
      accountCommands(program);
      await program.parseAsync(args, { from: 'user' });
      return { out: out.join(''), err: err.join(''), exitCode: process.exitCode };
    } finally {
      stdout.mockRestore();
      stderr.mockRestore();
    }
  }

  async function json(...args: string[]) {
    const { out, err } = await run(...args, '--json');
    expect(err).toBe('');
    return JSON.parse(out);
  }

  test('manage a workspace from creation to deletion', async () => {
    const created = await json('workspace', 'create', 'Acme', '--plan', 'pro', '--timezone', 'Europe/Berlin');
    expect(created).toMatchObject({ name: 'Acme', plan: 'pro', timezone: 'Europe/Berlin' });
    expect(await json('workspace', 'show', created.id)).toEqual(created);
    expect(await json('workspace', 'update', created.id, '--name', 'Beta')).toEqual({ ...created, name: 'Beta' });
    expect(await json('workspace', 'list')).toContainEqual({ ...created, name: 'Beta' });
    const table = (await run('workspace', 'list')).out.split('\n');
    expect(table[0]).toMatch(/^ID +NAME +PLAN +TIMEZONE +CREATEDAT$/);
    expect(table[1]).toContain('Beta');
    expect(await run('workspace', 'delete', created.id)).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/--yes/),
    });
    process.exitCode = undefined;
    expect(await run('workspace', 'delete', created.id, '--yes')).toMatchObject({ out: `Deleted ${created.id}.\n` });
    expect(await run('workspace', 'show', created.id)).toMatchObject({
      exitCode: 1,
      out: '',
      err: `error: There is no workspace with id ${created.id}.\n`,
    });
  });

  test('make, list and revoke keys, and show usage', async () => {
    const workspace = await json('workspace', 'create', 'Acme');
    const created = await json(
      ...['key', 'create', workspace.id, 'CI', '--scopes', 'read,write', '--plugins', 'notes', '--rate-limit', '600'],
      ...['--expires-at', '2999-01-01T00:00:00Z', '--confirm-destructive'],
    );
    expect(created).toMatchObject({
      name: 'CI',
      scopes: ['read', 'write'],
      plugins: ['notes'],
      rateLimitPerMinute: 600,
      confirmDestructive: true,
      expiresAt: '2999-01-01T00:00:00.000Z',
    });
    open.accounts.count(await callerOf(open.accounts, created.key), 'list_notes');
    const plain = await run('key', 'create', workspace.id, 'second');
    expect(plain.out).toMatch(/^key: +cbk_[0-9A-Za-z]{49}$/m);
    expect(plain.out).toMatch(/not shown again/);
    const list = await run('key', 'list', workspace.id);
    expect(list.out).toContain(created.prefix);
    expect(list.out).not.toContain(created.key);
    expect(await json('usage', workspace.id)).toMatchObject({ used: 1, byKey: [{ name: 'CI', calls: 1 }] });
    expect((await run('usage', workspace.id)).out).toMatch(/^used: +1$[\s\S]*^list_notes +1$/m);
    expect((await run('key', 'revoke', workspace.id, created.id)).out).toBe(`Revoked ${created.id}.\n`);
    expect((await json('key', 'list', workspace.id)).map((key: { name: string }) => key.name)).toEqual(['second']);
  });

  test('list everything, however many pages it takes', async () => {
    const workspace = await json('workspace', 'create', 'Many');
    const { id } = workspace;
    for (let index = 0; index < 120; index++) {
      const response = await fetch(`${url}/api/v1/admin/workspaces/${id}/api-keys`, {
        method: 'POST',
        headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name: `key ${index}` }),
      });
      await response.arrayBuffer();
    }
    expect(await json('key', 'list', id)).toHaveLength(120);
  });

  test('fail with one clear line and exit code 1', async () => {
    for (const [args, message] of [
      [['workspace', 'list', '--token', 'wrong'], /^error: .*admin token.*\n$/],
      [['workspace', 'list', '--url', 'http://127.0.0.1:1'], /^error: No answer from http:\/\/127.0.0.1:1: .*\n$/],
      [['workspace', 'create', 'x', '--timezone', 'Mars/Olympus'], /^error: timezone: .*IANA.*\n$/],
      [['key', 'create', 'wsp_x', 'x'], /^error: There is no workspace.*\n$/],
    ] as const) {
      expect(await run(...args)).toMatchObject({ exitCode: 1, out: '', err: expect.stringMatching(message) });
      process.exitCode = undefined;
    }
  });

  test('find the admin token where the server keeps its data', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'conferbot-commands-'));
    vi.stubEnv('ADMIN_TOKEN', '');
    vi.stubEnv('DATA_DIR', folder);
    try {
      expect(await run('workspace', 'list')).toMatchObject({
        exitCode: 1,
        err: expect.stringMatching(/No admin token/),
      });
      process.exitCode = undefined;
      await writeFile(join(folder, 'admin-token'), `${adminToken}\n`);
      expect((await run('workspace', 'list')).exitCode).toBeUndefined();
    } finally {
      vi.stubEnv('ADMIN_TOKEN', adminToken);
      await rm(folder, { recursive: true });
    }
  });
});
