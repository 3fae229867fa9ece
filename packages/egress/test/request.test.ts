import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { blackHole } from './support/black-hole.ts';
import { failure, localEgress, text } from './support/egress.ts';
import { httpServer, rawServer } from './support/servers.ts';

const url = (port: number, path = '/') => `http://hooks.example:${port}${path}`;

describe('what is sent', () => {
  const echo = () =>
    httpServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      const { method, url: path, headers } = request;
      response.end(JSON.stringify({ method, path, headers, body: body.toString('base64') }));
    });

  test('method, path, headers and body, and a Host header with the name', async () => {
    const { port } = await echo();
    const answer = await localEgress().request({
      url: `${url(port, '/a/../b%20c?d=é')}#part`,
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'X-Sign': 'v1,abc' },
      body: 'Grüße',
    });
    expect(JSON.parse(text(answer.body))).toEqual({
      method: 'POST',
      path: '/b%20c?d=%C3%A9',
      headers: {
        host: `hooks.example:${port}`,
        connection: 'keep-alive',
        'accept-encoding': 'identity',
        'content-length': '7',
        'content-type': 'text/plain',
        'user-agent': 'Conferbot',
        'x-sign': 'v1,abc',
      },
      body: Buffer.from('Grüße').toString('base64'),
    });
    expect(answer).toMatchObject({ status: 200, truncated: false, address: '127.0.0.1' });
    expect(answer.durationMs).toBeGreaterThan(0);
  });

  test('bytes as they are, also with a method that seldom has a body', async () => {
    const { port } = await echo();
    const body = Uint8Array.of(0, 255, 128, 10);
    const answer = await localEgress().request({ url: url(port), method: 'DELETE', body });
    expect(JSON.parse(text(answer.body))).toMatchObject({
      method: 'DELETE',
      body: Buffer.from(body).toString('base64'),
    });
  });

  test('a length of 0 with a POST that has no body', async () => {
    const { port } = await echo();
    const answer = await localEgress({ userAgent: 'Tester/1' }).request({ url: url(port), method: 'POST' });
    const { headers } = JSON.parse(text(answer.body)) as { headers: object };
    expect(headers).toMatchObject({ 'content-length': '0', 'user-agent': 'Tester/1' });
  });
});

describe('what is refused before anything is sent', () => {
  const hopByHop = ['Host', 'connection', 'Keep-Alive', 'proxy-authorization', 'Proxy-Connection', 'TE', 'Trailer'];
  const framing = ['Transfer-Encoding', 'content-length', 'upgrade', 'Expect', 'HTTP2-Settings'];
  test.each([...hopByHop, ...framing])('the header %s', async name => {
    const { port, connections } = await httpServer((_, response) => response.end());
    const error = await failure(localEgress().request({ url: url(port), headers: { [name]: '1' } }));
    expect(error).toMatchObject({ kind: 'bad_request', retryable: false });
    expect(connections()).toBe(0);
  });

  test.each([
    { 'x-a': 'b\r\nx-injected: 1' },
    { 'x-a': 'b\0' },
    { 'x-a': 'snowman ☃' },
    { 'x a': 'b' },
    { 'x:a': 'b' },
    { '': 'b' },
  ])('the headers %j', async headers => {
    const error = await failure(localEgress().request({ url: url(80), headers: { ...headers } as never }));
    expect(error.kind).toBe('bad_request');
  });

  test.each(['CONNECT', 'TRACE', 'get', 'GET /x HTTP/1.1\r\n', ''])('the method %j', async method => {
    expect((await failure(localEgress().request({ url: url(80), method: method as never }))).kind).toBe('bad_request');
  });

  test.each([{ timeoutMs: 0 }, { timeoutMs: Number.NaN }, { timeoutMs: 2 ** 31 }, { maxResponseBytes: -1 }])(
    'the limit %j',
    async limit => {
      expect((await failure(localEgress().request({ url: url(80), ...limit }))).kind).toBe('bad_request');
    },
  );
});

describe('what comes back', () => {
  test('any status is an answer, with all its headers', async () => {
    const { port } = await httpServer((_, response) => {
      response.writeHead(503, ['Retry-After', '7', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', '__proto__', 'x']);
      response.end('later');
    });
    const { status, headers, body } = await localEgress().request({ url: url(port) });
    expect([status, text(body)]).toEqual([503, 'later']);
    expect([headers.get('retry-after'), headers.getSetCookie(), headers.get('__proto__')]).toEqual([
      '7',
      ['a=1', 'b=2'],
      'x',
    ]);
  });

  test.each([301, 302, 303, 307, 308])('a %d is not followed', async status => {
    const inside = await httpServer((_, response) => response.end('secret'));
    const { port } = await httpServer((_, response) => {
      response.writeHead(status, { location: `http://127.0.0.1:${inside.port}/` }).end();
    });
    const answer = await localEgress().request({ url: url(port), method: 'POST', body: '{}' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBe(`http://127.0.0.1:${inside.port}/`);
    expect(inside.connections()).toBe(0);
  });

  test.each([
    [0, ''],
    [4, 'abcd'],
    [9, 'abcdefghi'],
  ])('a body over %d bytes is cut there', async (maxResponseBytes, kept) => {
    const { port } = await httpServer((_, response) => response.end('abcdefghij'));
    const { body, truncated } = await localEgress().request({ url: url(port), maxResponseBytes });
    expect([text(body), truncated]).toEqual([kept, true]);
  });

  test('a body of just the limit is whole', async () => {
    const { port } = await httpServer((_, response) => response.end('abcdefghij'));
    const { body, truncated } = await localEgress().request({ url: url(port), maxResponseBytes: 10 });
    expect([text(body), truncated]).toEqual(['abcdefghij', false]);
  });

  test('a body without end is cut and its connection closed', async () => {
    let sent = 0;
    const server = await httpServer((_, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const pour = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', pour);
      pour();
    });
    const { body, truncated } = await localEgress().request({ url: url(server.port), maxResponseBytes: 100_000 });
    expect([body.length, truncated]).toEqual([100_000, true]);
    await expect.poll(server.open).toBe(0);
    expect(sent).toBeLessThan(20_000_000);
  });

  test('a compressed body stays as it is: it cannot blow up', async () => {
    const bytes = Buffer.from('H4sIAAAAAAAAA0tMSgYAwkEkNQMAAAA=', 'base64');
    const { port } = await httpServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes);
    });
    expect(Buffer.from((await localEgress().request({ url: url(port) })).body)).toEqual(bytes);
  });

  test('HEAD and 204 have no body', async () => {
    const { port } = await httpServer((request, response) => {
      response.writeHead(
        request.method === 'HEAD' ? 200 : 204,
        request.method === 'HEAD' ? { 'content-length': '9' } : {},
      );
      response.end();
    });
    const egress = localEgress();
    expect(await egress.request({ url: url(port), method: 'HEAD' })).toMatchObject({ status: 200, truncated: false });
    expect((await egress.request({ url: url(port) })).body).toHaveLength(0);
  });
});

describe('a host that speaks badly', () => {
  const ok = 'HTTP/1.1 200 OK\r\n';
  test.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n\r\n', 'protocol'],
    [
      'an upgrade nobody asked for',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'protocol',
    ],
    ['interim answers without end', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50), 'protocol'],
    ['two lengths', `${ok}content-length: 1\r\ncontent-length: 2\r\n\r\nab`, 'protocol'],
    ['a length beside chunks', `${ok}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`, 'protocol'],
    ['a bad chunk', `${ok}transfer-encoding: chunked\r\n\r\nzz\r\n`, 'protocol'],
    ['a bare line feed in a header', `${ok}a: b\nc: d\r\n\r\n`, 'protocol'],
    ['a large header', `${ok}x: ${'a'.repeat(20_000)}\r\n\r\n`, 'too_large'],
    ['a large trailer', `${ok}transfer-encoding: chunked\r\n\r\n0\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 'too_large'],
    ['a large chunk extension', `${ok}transfer-encoding: chunked\r\n\r\n2;${'a'.repeat(20_000)}\r\nab`, 'protocol'],
    ['very many headers', `${ok}${'x: a\r\n'.repeat(20_000)}\r\n`, 'too_large'],
  ])('%s', async (_, said, kind) => {
    const { port, open } = await rawServer(socket => socket.once('data', () => socket.write(said)));
    const error = await failure(localEgress().request({ url: url(port) }));
    expect(error).toMatchObject({ kind, retryable: false });
    await expect.poll(open).toBe(0);
  });

  test('an end before the answer is a reset that can be tried again', async () => {
    const { port } = await rawServer(socket => socket.once('data', () => socket.resetAndDestroy()));
    const error = await failure(localEgress().request({ url: url(port) }));
    expect(error).toMatchObject({ kind: 'reset', retryable: true });
    expect(error.message).toBe('hooks.example closed the connection without an answer.');
  });

  test('an end inside the body too', async () => {
    const { port } = await rawServer(socket =>
      socket.once('data', () => socket.end(`${ok}content-length: 9\r\n\r\nab`)),
    );
    const error = await failure(localEgress().request({ url: url(port) }));
    expect(error).toMatchObject({ kind: 'reset', retryable: true });
    expect(error.message).toBe('hooks.example closed the connection in the middle of its answer.');
  });

  test('an answer before the request is read whole ends the request', async () => {
    const { port, open } = await rawServer(socket => {
      socket.once('data', () => {
        socket.pause();
        socket.write('HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n');
      });
    });
    const body = new Uint8Array(20_000_000);
    const { status } = await localEgress().request({ url: url(port), method: 'POST', body });
    expect(status).toBe(413);
    await expect.poll(open).toBeLessThanOrEqual(1);
  });
});

describe('a host that cannot be reached', () => {
  test('is told from one that breaks off', async () => {
    const { port } = await closedPort();
    const error = await failure(localEgress().request({ url: url(port) }));
    expect(error).toMatchObject({ kind: 'connect', retryable: true });
    expect(error.message).toBe(`hooks.example refused the connection on port ${port}.`);
  });

  test('is reached at its next address', async () => {
    const { port } = await httpServer((_, response) => response.end('here'), { host: '127.0.0.2' });
    const egress = localEgress({ lookup: async () => ['127.0.0.1', '127.0.0.2'] });
    expect(await egress.request({ url: url(port), method: 'POST' })).toMatchObject({
      status: 200,
      address: '127.0.0.2',
    });
  });

  test('is reached at its next address, if the first one says nothing at all', async () => {
    const port = await blackHole();
    await httpServer((_, response) => response.end('here'), { host: '127.0.0.2', port });
    const egress = localEgress({ lookup: async () => ['127.0.0.1', '127.0.0.2'] });
    expect(await egress.request({ url: url(port), timeoutMs: 2000 })).toMatchObject({ address: '127.0.0.2' });
  });

  test('is given up before the deadline, if that is how the egress is set up', async () => {
    const port = await blackHole();
    const error = await failure(localEgress({ connectTimeoutMs: 50 }).request({ url: url(port) }));
    expect(error).toMatchObject({ kind: 'connect', retryable: true });
    expect(error.message).toBe(`hooks.example accepted no connection on port ${port}.`);
  });

  test('and else at the deadline', async () => {
    const error = await failure(localEgress().request({ url: url(await blackHole()), timeoutMs: 100 }));
    expect(error).toMatchObject({ kind: 'timeout', message: 'hooks.example accepted no connection within 0.1 s.' });
  });

  test('a request that one address took is not repeated at the next', async () => {
    const first = await rawServer(socket => socket.once('data', () => socket.destroy()));
    const next = await httpServer((_, response) => response.end(), { host: '127.0.0.2', port: first.port });
    const egress = localEgress({ lookup: async () => ['127.0.0.1', '127.0.0.2'] });
    expect(await failure(egress.request({ url: url(first.port) }))).toMatchObject({ kind: 'reset' });
    expect(next.connections()).toBe(0);
  });
});

/** A port on which nothing listens any more. */
async function closedPort(): Promise<{ port: number }> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return { port };
}
