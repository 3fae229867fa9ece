import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { failure, localEgress, testEgress, text } from './support/egress.ts';
import { httpServer, rawServer } from './support/servers.ts';

const url = (port: number, host = 'hooks.example') => `http://${host}:${port}/`;
const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n';

describe('a connection is kept', () => {
  test('and used again, for the same address, port and name', async () => {
    const server = await httpServer((request, response) => response.end(request.headers.host));
    const egress = localEgress();
    for (let i = 0; i < 20; i += 1) {
      const { body } = await egress.request({ url: url(server.port), method: 'POST', body: 'x'.repeat(i) });
      expect(text(body)).toBe(`hooks.example:${server.port}`);
    }
    expect(server.connections()).toBe(1);
  });

  test('but not for another name', async () => {
    const server = await httpServer((_, response) => response.end());
    const egress = localEgress();
    for (const host of ['a.example', 'b.example', 'a.example', 'b.example'])
      await egress.request({ url: url(server.port, host) });
    expect(server.connections()).toBe(2);
  });

  test('and does not bypass the check of what the name leads to now', async () => {
    const server = await httpServer((_, response) => response.end());
    const answers = [['127.0.0.1'], ['169.254.169.254'], ['127.0.0.1']];
    const egress = localEgress({ lookup: async () => answers.shift() ?? [] });
    await egress.request({ url: url(server.port) });
    expect(await failure(egress.request({ url: url(server.port) }))).toMatchObject({ kind: 'blocked' });
    await egress.request({ url: url(server.port) });
    expect(server.connections()).toBe(1);
  });

  test('and is not used where the name leads elsewhere now', async () => {
    const old = await httpServer((_, response) => response.end('old'));
    const now = await httpServer((_, response) => response.end('now'), { host: '127.0.0.2', port: old.port });
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const egress = localEgress({ lookup: async () => answers.shift() ?? [] });
    expect(text((await egress.request({ url: url(old.port) })).body)).toBe('old');
    expect(text((await egress.request({ url: url(old.port) })).body)).toBe('now');
    expect([old.connections(), now.connections()]).toEqual([1, 1]);
  });

  test('no longer than the idle time', async () => {
    const server = await httpServer((_, response) => response.end());
    await localEgress({ idleTimeoutMs: 50 }).request({ url: url(server.port) });
    await expect.poll(server.open).toBe(0);
  });

  test('and is not idle while the host thinks', async () => {
    const server = await httpServer((_, response) => void setTimeout(() => response.end(), 200));
    const egress = localEgress({ idleTimeoutMs: 50, connectTimeoutMs: 50 });
    expect(await egress.request({ url: url(server.port) })).toMatchObject({ status: 200 });
    expect(await egress.request({ url: url(server.port) })).toMatchObject({ status: 200 });
    expect(server.connections()).toBe(1);
  });

  test('and an answer that comes unasked while it is idle serves nobody', async () => {
    const forged = Promise.withResolvers<void>();
    const server = await rawServer(socket => {
      socket.on('data', () => socket.write(ok));
      setTimeout(() => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged', () => forged.resolve()), 50);
    });
    const egress = localEgress();
    await egress.request({ url: url(server.port) });
    await forged.promise;
    await setImmediate();
    await setImmediate();
    expect(text((await egress.request({ url: url(server.port) })).body)).toBe('');
  });

  test('and an answer that comes unasked with the one that was asked for serves nobody', async () => {
    const server = await rawServer(socket => {
      let requests = 0;
      socket.on('data', () => {
        requests += 1;
        socket.write(`${ok}${requests === 1 ? 'HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged' : ''}`);
      });
    });
    const egress = localEgress();
    expect(text((await egress.request({ url: url(server.port) })).body)).toBe('');
    expect(text((await egress.request({ url: url(server.port) })).body)).toBe('');
  });
});

describe('a kept connection that the host closes when the next request comes', () => {
  /** Answers the first request of each connection, hangs up at the second. */
  const impatient = () => {
    let requests = 0;
    const server = rawServer(socket => {
      let seen = 0;
      socket.on('data', () => {
        seen += 1;
        requests += 1;
        if (seen === 1) socket.write(ok);
        else socket.resetAndDestroy();
      });
    });
    return { server, requests: () => requests };
  };

  test.each([{ method: 'GET' }, { method: 'POST', idempotent: true }] as const)('%j is sent again', async how => {
    const { server, requests } = impatient();
    const { port, connections } = await server;
    const egress = localEgress();
    await egress.request({ url: url(port), ...how });
    expect(await egress.request({ url: url(port), ...how })).toMatchObject({ status: 200 });
    expect([requests(), connections()]).toEqual([3, 2]);
  });

  test('is replaced by a new one, not by another kept one', async () => {
    const { server, requests } = impatient();
    const { port, connections } = await server;
    const egress = localEgress();
    await Promise.all([egress.request({ url: url(port) }), egress.request({ url: url(port) })]);
    expect(await egress.request({ url: url(port) })).toMatchObject({ status: 200 });
    expect([requests(), connections()]).toEqual([4, 3]);
  });

  test.each([{ method: 'POST' }, { method: 'GET', idempotent: false }] as const)('%j is not', async how => {
    const { server, requests } = impatient();
    const { port } = await server;
    const egress = localEgress();
    await egress.request({ url: url(port), ...how });
    expect(await failure(egress.request({ url: url(port), ...how }))).toMatchObject({ kind: 'reset', retryable: true });
    expect(requests()).toBe(2);
  });

  test('a host that hangs up at once is not asked again and again', async () => {
    let requests = 0;
    const { port } = await rawServer(socket => {
      socket.on('data', () => {
        requests += 1;
        if (requests === 1) socket.write(ok);
        else socket.resetAndDestroy();
      });
    });
    const egress = localEgress();
    await egress.request({ url: url(port) });
    expect(await failure(egress.request({ url: url(port) }))).toMatchObject({ kind: 'reset' });
    expect(requests).toBe(3);
  });
});

test('a host gets no more connections than it may have', async () => {
  let now = 0;
  let most = 0;
  const server = await httpServer((_, response) => {
    now += 1;
    most = Math.max(most, now);
    process.nextTick(() => {
      now -= 1;
      response.end();
    });
  });
  const egress = localEgress({ maxConnectionsPerHost: 3 });
  const answers = await Promise.all(Array.from({ length: 60 }, () => egress.request({ url: url(server.port) })));
  expect(answers).toHaveLength(60);
  expect(server.connections()).toBe(3);
  expect(most).toBeLessThanOrEqual(3);
});

test('1,000 requests of every outcome leave no socket behind', async () => {
  const server = await rawServer(socket => {
    socket.on('data', data => {
      const [, outcome] = /^GET \/(\w+)/.exec(data.toString()) ?? [];
      if (outcome === 'ok') socket.write(ok);
      else if (outcome === 'reset') socket.resetAndDestroy();
      else if (outcome === 'long') socket.write(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(5000)}`);
      else if (outcome === 'nonsense') socket.write('nonsense\r\n\r\n');
    });
  });
  const egress = localEgress({ maxConnectionsPerHost: 20, idleTimeoutMs: 200 });
  const outcomes = ['ok', 'reset', 'long', 'nonsense', 'hang'];
  for (let round = 0; round < 20; round += 1) {
    const requests = Array.from({ length: 50 }, (_, i) => {
      const outcome = outcomes[i % outcomes.length];
      const target = `${url(server.port)}${outcome}`;
      return egress.request({ url: target, maxResponseBytes: 1000, timeoutMs: outcome === 'hang' ? 20 : 10_000 });
    });
    const settled = await Promise.allSettled(requests);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  }
  await expect.poll(server.open).toBe(0);
  expect(process.getActiveResourcesInfo().filter(kind => kind === 'TCPSocketWrap')).toHaveLength(0);
});

describe('close', () => {
  test('ends what is under way and what is kept', async () => {
    const server = await httpServer((request, response) => {
      if (request.url === '/half') response.writeHead(200).write('…');
    });
    const egress = localEgress({ maxConnectionsPerHost: 3 });
    const kept = await httpServer((_, response) => response.end());
    await egress.request({ url: url(kept.port) });
    const paths = ['hang', 'half', 'hang', 'waits', 'waits'];
    const requests = paths.map(path => failure(egress.request({ url: `${url(server.port)}${path}` })));
    await expect.poll(server.open).toBe(3);
    await egress.close();
    for (const error of await Promise.all(requests)) {
      expect(error).toMatchObject({ kind: 'aborted', message: 'The egress was closed.' });
    }
    await expect.poll(kept.open).toBe(0);
    await expect.poll(server.open).toBe(0);
  });

  test('waits for no name, lets nothing begin, and may be called again', async () => {
    const egress = testEgress({ lookup: () => new Promise(() => {}) });
    const request = failure(egress.request({ url: 'https://hooks.example/' }));
    await egress.close();
    expect(await request).toMatchObject({ kind: 'aborted' });
    expect(await failure(egress.request({ url: 'https://hooks.example/' }))).toMatchObject({ kind: 'aborted' });
    expect(await failure(egress.check('https://hooks.example/'))).toMatchObject({ kind: 'aborted' });
    await egress.close();
  });
});
