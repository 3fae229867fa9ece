import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: Record<string, unknown>;
  readonly path: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Answers each request in turn; a promise holds it until it resolves. */
export type Script = (request: Received, index: number) => Reply | Promise<Reply>;

/** A real endpoint on loopback. */
export class Receiver implements AsyncDisposable {
  readonly requests: Received[] = [];
  script: Script = () => ({});
  /** Requests that are not answered yet, and the most that there were at once. */
  open = 0;
  mostOpen = 0;
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(script?: Script): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    if (script !== undefined) receiver.script = script;
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      await receiver.#take(
        { headers: request.headers, body, json: JSON.parse(body), path: request.url ?? '' },
        response,
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** The first `count` requests, once they are there. */
  async take(count: number): Promise<readonly Received[]> {
    while (this.requests.length < count) await new Promise<void>(resolve => this.#waiting.add(resolve));
    return this.requests.slice(0, count);
  }

  async #take(received: Received, response: ServerResponse): Promise<void> {
    this.open++;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    const index = this.requests.push(received) - 1;
    for (const tell of this.#waiting) tell();
    this.#waiting.clear();
    const { status = 200, headers = {}, body = '' } = await this.script(received, index);
    this.open--;
    response.writeHead(status, headers).end(body);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
