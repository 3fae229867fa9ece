import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Delivered {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A real receiver on loopback. */
export class Endpoint implements AsyncDisposable {
  readonly delivered: Delivered[] = [];
  answer: Answer = { status: 200 };
  readonly #server = createServer(async (request, response) => {
    this.delivered.push({ headers: request.headers, body: await text(request) });
    const { status, headers = {}, body = '' } = this.answer;
    response.writeHead(status, headers).end(body);
  });

  static async open(): Promise<Endpoint> {
    const endpoint = new Endpoint();
    endpoint.#server.listen(0, '127.0.0.1');
    await once(endpoint.#server, 'listening');
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
