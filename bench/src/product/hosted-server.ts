import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../bench.ts';
import { builtScript } from '../built-script.ts';
import { type ServerProcess, startServer, waitUntilReady } from '../processes/server-process.ts';

/** The product as it is shipped. */
export const shippedServer = fileURLToPath(new URL('../../../servers/hosted/dist/main.js', import.meta.url));
/** The product with the bench's own plugin beside the others. */
export const serverWithBenchPlugin = builtScript('servers/hosted');

/** Connections to PostgreSQL of the role that serves calls; the baselines get as many. */
export const poolSize = 10;

// One of each for the whole run: what one server of a database has hashed or encrypted, the next one has to read.
const adminToken = randomBytes(24).toString('base64url');
const encryptionKey = randomBytes(32).toString('base64');

export interface HostedServer extends ServerProcess {
  readonly adminToken: string;
  /** Milliseconds from the start of the process to the first 200 of `/readyz`. */
  readonly readyAfter: number;
}

/** Starts the hosted server, on PostgreSQL where there is one and else on its embedded store, and waits until ready. */
export async function startHostedServer(bench: Bench, script: string): Promise<HostedServer> {
  const store = bench.database === undefined ? {} : { DATABASE_URL: bench.database.url };
  const server = await startServer({
    script,
    env: {
      ...store,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: await mkdtemp(join(bench.directory, 'data-')),
      ADMIN_TOKEN: adminToken,
      ENCRYPTION_KEY: encryptionKey,
      LOG_LEVEL: 'error',
      DEMO: '0',
    },
  });
  try {
    return { ...server, adminToken, readyAfter: await waitUntilReady(server) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
