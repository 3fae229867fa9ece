import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from './support/answers.ts';
import { killableStores } from './support/killable-store.ts';
import { type ServerProcess, spawnServer } from './support/process.ts';
import { startServer, type Tenant, type TestServer } from './support/server.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly replayed: string | null;
}

async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status,
    body: await response.text(),
    replayed: response.headers.get('idempotency-replayed'),
  };
}

const idOf = ({ body }: Answer) => (JSON.parse(body) as { id: string }).id;

describe('a REST call with an idempotency key', () => {
  let server: TestServer;
  let tenant: Tenant;

  beforeAll(async () => {
    server = await startServer();
    tenant = await server.tenant();
  });
  afterAll(() => server.close());

  const send = (path: string, idempotencyKey: string, body: object, { key } = tenant) =>
    server.rest(key, path, { body: JSON.stringify(body), headers: { 'idempotency-key': idempotencyKey } });
  const total = async ({ key } = tenant) =>
    ((await (await server.rest(key, '/chatbots?limit=1')).json()) as { pagination: { total: number } }).pagination
      .total;

  it('is answered again as it was, with a header that says so, and counts', async () => {
    const own = await server.tenant();
    const first = await answerOf(await send('/chatbots', '"k-1"', { name: 'Once' }, own));
    expect(first).toMatchObject({ status: 201, replayed: null });
    const again = await send('/chatbots', '"k-1"', { name: 'Once' }, own);
    expect(again.headers.get('content-type')).toBe('application/json');
    expect(await answerOf(again)).toEqual({ ...first, replayed: 'true' });
    const { byTool } = await server.accounts.usage(own.id);
    expect(byTool).toEqual([expect.objectContaining({ tool: 'create_chatbot', calls: 2 })]);
    expect(await total(own)).toBe(1);
  });

  it('is refused with 422 for another body or path, and with 400 for what is no key', async () => {
    const before = await total();
    const id = idOf(await answerOf(await send('/chatbots', 'k-2', { name: 'Once' })));
    const otherBody = await send('/chatbots', 'k-2', { name: 'Twice' });
    expect(otherBody.status).toBe(422);
    const { requestId, ...problem } = await problemOf(otherBody);
    expect(problem).toEqual({
      error: 'Unprocessable Content',
      message: expect.stringMatching(/body was different/),
      fix: expect.stringMatching(/new key/),
    });
    expect(requestId).toBe(otherBody.headers.get('x-request-id'));
    const otherPath = await send(`/chatbots/${id}/duplicate`, 'k-2', {});
    expect(otherPath.status).toBe(422);
    expect((await problemOf(otherPath)).message).toMatch(/used for POST \/chatbots,/);
    const twice = await send('/chatbots', 'k-3, k-4', { name: 'Two keys' });
    expect(twice.status).toBe(400);
    expect((await problemOf(twice)).message).toMatch(/Idempotency-Key/);
    expect(await total()).toBe(before + 1);
  });

  it('belongs to one workspace', async () => {
    const other = await server.tenant();
    const ours = await answerOf(await send('/chatbots', 'k-5', { name: 'Ours' }));
    const theirs = await answerOf(await send('/chatbots', 'k-5', { name: 'Theirs' }, other));
    expect(theirs).toMatchObject({ status: 201, replayed: null });
    expect(idOf(theirs)).not.toBe(idOf(ours));
  });

  it('may be tried again after it failed', async () => {
    const failed = await answerOf(await send('/fixture/failures', 'k-6', { code: 'conflict' }));
    expect(failed.status).toBe(409);
    const other = await answerOf(await send('/chatbots', 'k-6', { name: 'After a failure' }));
    expect(other).toMatchObject({ status: 201, replayed: null });
  });

  it('shows the secret of a webhook again, and stores it sealed', async () => {
    const chatbotId = idOf(await answerOf(await send('/chatbots', 'k-7', { name: 'With a webhook' })));
    const webhook = { chatbotId, url: 'https://hooks.example.com/x', events: ['response.created'] };
    const first = await answerOf(await send('/webhooks', 'k-8', webhook));
    const { secret } = JSON.parse(first.body) as { secret: string };
    expect(secret).toMatch(/^whsec_/);
    expect(await answerOf(await send('/webhooks', 'k-8', webhook))).toEqual({ ...first, replayed: 'true' });
    const [kept] = await server.runtime.store.run({ role: 'app', workspaceId: tenant.id }, [
      { text: 'select * from idempotency_keys', values: [] },
    ]);
    const answers = (kept?.rows ?? []).map(({ answer }) => Buffer.from(String(answer).slice(3), 'base64url'));
    expect(answers.length).toBeGreaterThan(1);
    for (const answer of answers) expect(answer.toString('latin1')).not.toContain(secret);
    expect(JSON.stringify(kept?.rows)).not.toContain(secret);
  });
});

describe.each(killableStores)('on %s, calls with idempotency keys', (_name, prepare) => {
  it('are carried out once when sent many times at once, and when the server was killed between', async () => {
    await using store = await prepare();
    const dataDir = await mkdtemp(join(tmpdir(), 'conferbot-idempotency-'));
    let server: ServerProcess | undefined;
    try {
      const env = { ...store.env, DATA_DIR: dataDir };
      server = await spawnServer(env);
      const apiKey = await makeKey(server.address, dataDir);
      const create = async (address: string, idempotencyKey: string) =>
        answerOf(
          await fetch(`${address}/api/v1/external/v1/chatbots`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'x-api-key': apiKey,
              'idempotency-key': idempotencyKey,
            },
            body: JSON.stringify({ name: idempotencyKey }),
          }),
        );
      const { address } = server;

      const same = await Promise.all(Array.from({ length: 8 }, () => create(address, 'same')));
      expect(same.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
      expect(new Set(same.map(idOf)).size).toBe(1);
      expect(same.filter(({ replayed }) => replayed === null)).toHaveLength(1);

      const keys = Array.from({ length: 40 }, () => randomUUID());
      const heard = new Map<string, Answer>();
      const enough = Promise.withResolvers<void>();
      const sent = Promise.allSettled(
        keys.map(async key => {
          heard.set(key, await create(address, key));
          if (heard.size === 10) enough.resolve();
        }),
      );
      await enough.promise;
      await server.end('SIGKILL');
      await sent;
      server = await spawnServer(env);

      for (const key of keys) {
        const answer = await create(server.address, key);
        expect(answer.status).toBe(201);
        const before = heard.get(key);
        if (before !== undefined) expect(answer).toEqual({ ...before, replayed: 'true' });
      }
      expect(await namesOf(server.address, apiKey)).toEqual(['same', ...keys].sort());
    } finally {
      await server?.end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 180_000);
});

async function makeKey(address: string, dataDir: string): Promise<string> {
  const authorization = `Bearer ${(await readFile(join(dataDir, 'admin-token'), 'utf8')).trim()}`;
  const make = async (path: string, body: object) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const url = `${address}/api/v1/admin/workspaces${path}`;
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };
  const { id } = await make('', { name: 'Test', plan: 'enterprise' });
  const { key } = await make(`/${id}/api-keys`, { name: 'Test', rateLimitPerMinute: 1_000_000 });
  return String(key);
}

async function namesOf(address: string, apiKey: string): Promise<string[]> {
  const response = await fetch(`${address}/api/v1/external/v1/chatbots?limit=100`, {
    headers: { 'x-api-key': apiKey },
  });
  const { data } = (await response.json()) as { data: { name: string }[] };
  return data.map(({ name }) => name).sort();
}
