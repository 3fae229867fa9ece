import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { Tally } from './tally.ts';

export interface Told {
  /** Number of the ticket. */
  readonly number: number;
  readonly chatbotId: string;
  /** The body of each copy. */
  readonly bodies: Set<string>;
  /** How often it was answered with 2xx, as far as the receiver knows. */
  accepted: number;
}

/** An endpoint that counts what it is told, by `webhook-id`. */
export interface CountingReceiver extends AsyncDisposable {
  readonly url: string;
  readonly told: ReadonlyMap<string, Told>;
  /** Counts each `webhook-id` when it is accepted for the first time. */
  readonly accepted: Tally;
  /** How many that were so far. */
  readonly distinct: number;
  /** Deliveries that the library of the standard did not take for genuine. */
  readonly forged: readonly string[];
  /** Verifies from now on what comes for this path. */
  trust(path: string, secret: string): void;
}

export interface Manners {
  /** How long an answer takes, in milliseconds. */
  readonly thinks: () => number;
  /** Whether the first copy of a delivery is answered with 500; told how many were accepted so far. */
  readonly refuses: (distinct: number) => boolean;
}

export async function startCountingReceiver({ thinks, refuses }: Manners): Promise<CountingReceiver> {
  const told = new Map<string, Told>();
  const forged: string[] = [];
  const secrets = new Map<string, string>();
  const accepted = new Tally();
  let distinct = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    const id = String(request.headers['webhook-id']);
    const isGenuine = verifies(secrets.get(request.url ?? ''), body, request.headers as Record<string, string>);
    if (!isGenuine) forged.push(id);
    const { number, botId, deliveryId } = JSON.parse(body);
    if (deliveryId !== id) forged.push(id);
    const known = told.get(id);
    const entry = known ?? { number, chatbotId: botId, bodies: new Set<string>(), accepted: 0 };
    told.set(id, entry);
    entry.bodies.add(body);
    await sleep(thinks());
    if (known === undefined && refuses(distinct)) {
      response.writeHead(500).end();
      return;
    }
    entry.accepted++;
    if (entry.accepted === 1) {
      distinct++;
      accepted.add();
    }
    response.end();
  });
  // A server that is killed breaks its deliveries off.
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    told,
    accepted,
    get distinct() {
      return distinct;
    },
    forged,
    trust: (path, secret) => void secrets.set(path, secret),
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function verifies(secret: string | undefined, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret ?? '').verify(body, headers);
    return true;
  } catch {
    return false;
  }
}
