import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** A server on this machine that answers in web-standard terms. */
export class WebServer implements AsyncDisposable {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async open(answer: (request: Request) => Promise<Response>): Promise<WebServer> {
    const server = createServer(async (incoming, outgoing) => {
      const aborter = new AbortController();
      outgoing.on('close', () => aborter.abort());
      const response = await answer(await requestOf(incoming, aborter.signal)).catch(
        () => new Response(null, { status: 404 }),
      );
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      if (response.body === null) outgoing.end();
      else
        Readable.fromWeb(response.body as ReadableStream)
          .on('error', () => outgoing.destroy())
          .pipe(outgoing);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return new WebServer(server);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

async function requestOf(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = incoming;
  return new Request(`http://${headers.host}${url}`, {
    method,
    signal,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
}
