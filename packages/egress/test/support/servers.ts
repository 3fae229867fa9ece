import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Certificate } from './certificates.ts';

/** A server on loopback that counts the connections it takes. */
export interface CountingServer {
  readonly port: number;
  /** Connections since the start. */
  readonly connections: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  /** Closes every open connection from this side. */
  readonly hangUp: () => void;
}

interface Place {
  readonly host?: string;
  readonly port?: number;
}

export function httpServer(listener: RequestListener, place?: Place): Promise<CountingServer> {
  return listen(createHttpServer({ keepAliveTimeout: 60_000 }, listener), place);
}

export function httpsServer(certificate: Certificate, listener: RequestListener): Promise<CountingServer> {
  return listen(createHttpsServer({ ...certificate, keepAliveTimeout: 60_000 }, listener));
}

/** Speaks whatever the test makes it say. */
export function rawServer(speak: (socket: Socket) => void, place?: Place): Promise<CountingServer> {
  return listen(
    createTcpServer(socket => {
      socket.on('error', () => {});
      speak(socket);
    }),
    place,
  );
}

async function listen(server: Server, { host = '127.0.0.1', port = 0 }: Place = {}): Promise<CountingServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(async () => {
    hangUp();
    await new Promise(resolve => server.close(resolve));
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    open: () => sockets.size,
    hangUp,
  };
}
