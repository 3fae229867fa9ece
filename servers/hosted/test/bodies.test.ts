import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/server.ts';

const mebibyte = 1024 * 1024;

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startServer({ requestTimeout: 1000 });
  ({ key } = await server.tenant());
});
afterAll(() => server.close());

/** A connection as the wire sees it, with everything that came back so far. */
async function dial(): Promise<{ socket: Socket; received: () => string }> {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let text = '';
  socket.on('data', chunk => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  return { socket, received: () => text };
}

function head(extra: string): string {
  const { host } = new URL(server.address);
  return `POST /api/v1/mcp HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nx-api-key: ${key}\r\n${extra}\r\n\r\n`;
}

async function until(condition: () => boolean, milliseconds = 4000): Promise<void> {
  for (const end = Date.now() + milliseconds; !condition() && Date.now() < end; ) await sleep(10);
}

describe('bodies', () => {
  it('may be exactly 1 MiB', async () => {
    const frame = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { _meta: { pad: '' } } });
    const body = frame.replace('"pad":""', `"pad":"${'x'.repeat(mebibyte - frame.length)}"`);
    expect(body.length).toBe(mebibyte);
    expect((await server.rpc(key, body)).status).toBe(200);
    const over = await server.rpc(key, body.replace('x', 'xx'));
    expect(over.status).toBe(413);
    expect(await over.json()).toMatchObject({ error: { message: expect.stringMatching(/1 MiB/) } });
  });

  it('are refused by their announced length before a byte of them came', async () => {
    const { socket, received } = await dial();
    socket.write(head(`Content-Length: ${mebibyte + 1}`));
    await until(() => received().includes('\r\n\r\n'));
    expect(received()).toMatch(/^HTTP\/1\.1 413 /);
    expect(received()).toMatch(/connection: close/i);
    await until(() => socket.destroyed);
    expect(socket.destroyed).toBe(true);
    socket.destroy();
  });

  it('without an announced length are cut off soon after the cap, and the client still gets its answer', async () => {
    const { socket, received } = await dial();
    socket.write(head('Transfer-Encoding: chunked'));
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const total = 64 * mebibyte;
    socket.write(chunk.repeat(total / 65_536));
    await until(() => received().includes('\r\n\r\n'));
    expect(received()).toMatch(/^HTTP\/1\.1 413 /);
    // What is beyond the cap sits in the socket buffers of both ends, and no more follows.
    const unsent = socket.writableLength;
    expect(total - unsent).toBeLessThan(16 * mebibyte);
    await sleep(300);
    expect(socket.writableLength === unsent || socket.destroyed).toBe(true);
    socket.destroy();
  });

  it.each([
    ['refused for its method', 'GET', 405],
    ['refused for its path', 'POST', 404],
  ])('that are large and unread are not read on when the request is %s', async (_what, method, status) => {
    const { socket, received } = await dial();
    const path = status === 404 ? '/nowhere' : '/api/v1/mcp';
    const text = head(`Content-Length: ${8 * mebibyte}`).replace('POST /api/v1/mcp', `${method} ${path}`);
    socket.write(text);
    await until(() => received().includes('\r\n\r\n'));
    expect(received()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    await until(() => socket.destroyed);
    expect(socket.destroyed).toBe(true);
    socket.destroy();
  });

  it('that come too slowly are answered with 408, and the connection closes', async () => {
    const { socket, received } = await dial();
    socket.write(head('Content-Length: 100'));
    const drip = setInterval(() => socket.writable && socket.write(' '), 100);
    await until(() => socket.destroyed);
    clearInterval(drip);
    expect(socket.destroyed).toBe(true);
    expect(received()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that end early leave the server as it was', async () => {
    const { socket } = await dial();
    socket.write(`${head('Content-Length: 100')}{"jsonrpc"`);
    await sleep(50);
    socket.destroy();
    await sleep(50);
    expect((await server.rpc(key, { jsonrpc: '2.0', id: 1, method: 'ping' })).status).toBe(200);
    expect(server.logs.filter(line => line.includes('request failed'))).toEqual([]);
  });

  it('of many requests on one connection are told apart', async () => {
    const { socket, received } = await dial();
    const body = (id: number) => JSON.stringify({ jsonrpc: '2.0', id, method: 'ping' });
    const request = (id: number) => head(`Content-Length: ${body(id).length}`) + body(id);
    socket.write(request(1) + request(2) + request(3));
    await until(() => received().includes('"id":3'));
    expect([...received().matchAll(/"id":(\d)/g)].map(([, id]) => id)).toEqual(['1', '2', '3']);
    socket.destroy();
  });
});
