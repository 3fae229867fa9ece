import { describe, expect, test } from 'vitest';
import { failure, localEgress } from './support/egress.ts';
import { httpServer, rawServer } from './support/servers.ts';

const url = (port: number, scheme = 'http') => `${scheme}://hooks.example:${port}/`;
const never = () => new Promise<never>(() => {});
const late = { kind: 'timeout', retryable: true };

describe('the deadline covers', () => {
  test('the name', async () => {
    const error = await failure(localEgress({ lookup: never }).request({ url: url(80), timeoutMs: 50 }));
    expect(error).toMatchObject({ ...late, message: 'hooks.example could not be resolved within 0.05 s.' });
  });

  test('the wait for a connection', async () => {
    const { port, connections } = await httpServer(() => {});
    const egress = localEgress({ maxConnectionsPerHost: 1 });
    const first = failure(egress.request({ url: url(port), timeoutMs: 1000 }));
    const second = failure(egress.request({ url: url(port), timeoutMs: 100 }));
    expect((await second).message).toBe('hooks.example had no connection to spare within 0.1 s.');
    expect(await first).toMatchObject(late);
    expect(connections()).toBe(1);
  });

  test('the TLS handshake', async () => {
    const { port, open } = await rawServer(socket => socket.resume());
    const error = await failure(localEgress().request({ url: url(port, 'https'), timeoutMs: 400 }));
    expect(error).toMatchObject({ ...late, message: 'hooks.example did not finish the TLS handshake within 0.4 s.' });
    await expect.poll(open).toBe(0);
  });

  test('the answer', async () => {
    const { port, open } = await httpServer(() => {});
    const error = await failure(localEgress().request({ url: url(port), timeoutMs: 400 }));
    expect(error).toMatchObject({ ...late, message: 'hooks.example sent no answer within 0.4 s.' });
    await expect.poll(open).toBe(0);
  });

  test('a request that nobody reads', async () => {
    const { port } = await rawServer(socket => socket.pause());
    const body = new Uint8Array(20_000_000);
    expect(
      await failure(localEgress().request({ url: url(port), method: 'POST', body, timeoutMs: 200 })),
    ).toMatchObject(late);
  });

  test.each([
    ['header', 'HTTP/1.1 200 OK\r\nx: '],
    ['body', 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n'],
    ['chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n186a0\r\n'],
  ])('a %s that drips', async (_, begin) => {
    const { port, open } = await rawServer(socket => {
      socket.once('data', () => socket.write(begin));
      const drip = setInterval(() => socket.write('a'), 10);
      socket.once('close', () => clearInterval(drip));
    });
    expect(await failure(localEgress().request({ url: url(port), timeoutMs: 200 }))).toMatchObject(late);
    await expect.poll(open).toBe(0);
  });

  test('check', async () => {
    const error = await failure(localEgress({ lookup: never }).check('https://hooks.example/', { timeoutMs: 50 }));
    expect(error).toMatchObject(late);
  });
});

describe('the signal of the caller', () => {
  test('ends a request that is under way', async () => {
    const { port, open } = await httpServer((_, response) => response.writeHead(200).write('…'));
    const stop = new AbortController();
    const request = failure(localEgress().request({ url: url(port), signal: stop.signal }));
    await expect.poll(open).toBe(1);
    stop.abort(new Error('enough'));
    expect(await request).toMatchObject({ kind: 'aborted', retryable: false, cause: new Error('enough') });
    await expect.poll(open).toBe(0);
  });

  test('ends one that waits for its name', async () => {
    const stop = new AbortController();
    const request = failure(localEgress({ lookup: never }).request({ url: url(80), signal: stop.signal }));
    stop.abort();
    expect(await request).toMatchObject({ kind: 'aborted' });
  });

  test('ends one that waits for its turn, however early', async () => {
    const { port, open } = await httpServer(() => {});
    const egress = localEgress({ maxConnectionsPerHost: 1 });
    const target = `http://127.0.0.1:${port}/`;
    const first = failure(egress.request({ url: target, timeoutMs: 60_000 }));
    await expect.poll(open).toBe(1);
    const stop = new AbortController();
    const second = failure(egress.request({ url: target, signal: stop.signal }));
    stop.abort();
    expect(await second).toMatchObject({ kind: 'aborted' });
    await egress.close();
    await first;
  });

  test('that is aborted already lets nothing begin', async () => {
    let asked = 0;
    const lookup = async () => [`127.0.0.${++asked}`];
    const request = localEgress({ lookup }).request({ url: url(80), signal: AbortSignal.abort() });
    expect(await failure(request)).toMatchObject({ kind: 'aborted' });
    expect(asked).toBe(0);
  });

  test('is left without listeners', async () => {
    const { port } = await httpServer((_, response) => response.end());
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    const egress = localEgress();
    for (let i = 0; i < 5; i += 1) await egress.request({ url: url(port), signal });
    expect(listeners).toBe(0);
  });
});
