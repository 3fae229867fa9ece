import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from './support/answers.ts';
import { ended } from './support/fixture-plugin.ts';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 3000; !condition() && Date.now() < end; ) await sleep(10);
}

describe('routes of plugins', () => {
  it('that are public answer anybody, with every header', async () => {
    const response = await fetch(`${server.address}/fixture/shout`, {
      method: 'POST',
      headers: { origin: 'https://any.example' },
      body: 'hello',
    });
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    expect(await response.text()).toBe('HELLO');
  });

  it('are bounded like everything else', async () => {
    const response = await fetch(`${server.address}/fixture/shout`, {
      method: 'POST',
      body: 'x'.repeat(1024 * 1024 + 1),
    });
    expect(response.status).toBe(413);
    const wrong = await fetch(`${server.address}/fixture/shout`);
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('POST');
  });

  it('may take larger bodies, and no larger than they say', async () => {
    const put = (bytes: number) =>
      fetch(`${server.address}/fixture/open/it`, { method: 'PUT', body: new Uint8Array(bytes) });
    const response = await put(2 * 1024 * 1024);
    expect(await response.json()).toEqual({ name: 'it', byteLength: 2 * 1024 * 1024, clientAddress: '127.0.0.1' });
    const over = await put(2 * 1024 * 1024 + 1);
    expect(over.status).toBe(413);
    expect((await problemOf(over)).message).toBe('The body is over 2,097,152 bytes.');
  });

  it('that are open to every website say so to browsers, before and after', async () => {
    const address = `${server.address}/fixture/open/it`;
    const headers = { origin: 'https://any.example', 'access-control-request-method': 'PUT' };
    const asked = await fetch(address, { method: 'OPTIONS', headers });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-methods')).toBe('PUT');
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization, content-type/);
    const failed = await fetch(address, { method: 'PUT', headers });
    expect(failed.status).toBe(409);
    expect(failed.headers.get('access-control-allow-origin')).toBe('*');
    const closed = await fetch(`${server.address}/fixture/whoami`, { method: 'OPTIONS', headers });
    expect(closed.status).toBe(405);
    const other = await fetch(address, { method: 'DELETE', headers });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('behind a key know its workspace, its scopes, its limits', async () => {
    const { id, key } = await server.tenant();
    const response = await fetch(`${server.address}/fixture/whoami`, { headers: { 'x-api-key': key } });
    expect(await response.json()).toEqual({ workspace: id });
    expect(response.headers.get('ratelimit')).toMatch(/minute/);
    expect((await fetch(`${server.address}/fixture/whoami`)).status).toBe(401);
    const post = (withKey: string) =>
      fetch(`${server.address}/fixture/whoami`, { method: 'POST', headers: { 'x-api-key': withKey } });
    const conflict = await post(key);
    expect(conflict.status).toBe(409);
    expect(await problemOf(conflict)).toMatchObject({ error: 'Conflict', message: 'Not now.' });
    const reader = await server.tenant('pro', { scopes: ['read'] });
    const forbidden = await post(reader.key);
    expect(forbidden.status).toBe(403);
    expect((await problemOf(forbidden)).message).toMatch(/scope "publish"/);
  });

  it('stream as they go, and stop when the client leaves', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${server.address}/fixture/reader/events`, { signal: leaving.signal });
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toMatch(/^data: reader\n\n/);
    expect((await reader?.read())?.value).toMatch(/^data: reader\n\n/);
    leaving.abort();
    await until(() => ended.includes('reader'));
    expect(ended).toContain('reader');
  });

  it('do not hold up the stop of the server with streams that never end', async () => {
    const own = await startServer();
    const response = await fetch(`${own.address}/fixture/stopped/events`);
    const text = response.text();
    await sleep(100);
    const startedAt = Date.now();
    await own.close();
    expect(Date.now() - startedAt).toBeLessThan(3000);
    expect(await text).toMatch(/^data: stopped\n\n/);
    expect(ended).toContain('stopped');
  });
});
