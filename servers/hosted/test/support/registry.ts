import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { numberOf } from './enquiry.ts';
import { Tally } from './tally.ts';

/** A system outside that flows call. */
export interface Registry extends AsyncDisposable {
  readonly url: string;
  /** The bodies that came, by their `Idempotency-Key`. */
  readonly calls: ReadonlyMap<string, readonly string[]>;
  /** Of the calls as they come, before they are answered. */
  readonly arrivals: Tally;
}

/** Starts it on loopback. @param thinks how long an answer takes, in milliseconds */
export async function startRegistry(thinks: () => number): Promise<Registry> {
  const calls = new Map<string, string[]>();
  const arrivals = new Tally();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const key = String(request.headers['idempotency-key']);
    calls.set(key, [...(calls.get(key) ?? []), body]);
    arrivals.add();
    await sleep(thinks());
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ number: numberOf(JSON.parse(body).name) }));
  });
  // A server that is killed breaks its calls off.
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    calls,
    arrivals,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
