import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Random } from './random.ts';

/** Below those that systems hand out: no connection of a client takes it while the server is down. */
const [least, end] = [20_000, 30_000];

/** A free port, for a server that comes back to it. */
export async function fixedPort(random: Random): Promise<number> {
  for (;;) {
    const port = Math.floor(random.between(least, end));
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch {
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}
