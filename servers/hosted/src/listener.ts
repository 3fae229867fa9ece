import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port that is bound, with bounds on what a slow or hostile client can hold on to. */
export interface Listener {
  /** `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Starts to answer. Call it in the turn in which the listener was made: nothing has arrived by then. */
  serve(handler: RequestListener): void;
  /** Takes no new connections, lets requests finish for `grace` milliseconds, then cuts what is left. */
  close(grace: number): Promise<void>;
}

export interface ListenerOptions {
  readonly host: string;
  readonly port: number;
  /** Milliseconds that a client has for a whole request. Default 30,000. */
  readonly requestTimeout?: number | undefined;
}

const sweepInterval = 50;

export async function listen({ host, port, requestTimeout = 30_000 }: ListenerOptions): Promise<Listener> {
  const server = createServer({
    headersTimeout: Math.min(10_000, requestTimeout),
    requestTimeout,
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
    // Longer than the 60 seconds of common proxies, which otherwise send into a connection that just closes.
    keepAliveTimeout: 75_000,
    maxHeaderSize: 16 * 1024,
  });
  server.maxHeadersCount = 100;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.address() as AddressInfo;
  const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return {
    address: `http://${name}:${bound.port}`,
    serve: handler => server.on('request', handler),
    close: grace => close(server, grace),
  };
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise(resolve => {
    const idle = setInterval(() => server.closeIdleConnections(), sweepInterval);
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
