import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Article } from '../../src/client/chat-api.ts';
import { type Bot, ChatRuntime } from './chat-runtime.ts';

/** What a page has to allow, and nothing more; `host` is the server of the widget. */
const policyFor = (host: string) =>
  ['script-src', 'connect-src', 'img-src', 'media-src'].map(kind => `${kind} 'self' ${host}`).join('; ') +
  "; default-src 'none'; base-uri 'none'; form-action 'none'";
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A host of the widget: pages, its files, and the chat runtime of section "live chat" in memory. */
export class ChatServer {
  readonly bots = new Map<string, Bot>();
  readonly sessions: ChatRuntime[] = [];
  readonly articles: Article[] = [];
  /** Body of the page at `/`. */
  page = '';
  /** Answers of the next calls whose path ends so, instead of what they would be. */
  readonly refusals: {
    readonly path: string;
    readonly status: number;
    readonly message?: string;
    readonly headers?: Record<string, string>;
  }[] = [];
  readonly #client: string;
  #url = '';
  readonly #server: Server = createServer((request, response) => {
    this.#answer(request, response).catch(error => send(response, 500, { error: 'Error', message: String(error) }));
  });

  constructor(client: string) {
    this.#client = client;
  }

  async listen(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
    return this.#url;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  get session(): ChatRuntime {
    const session = this.sessions.at(-1);
    if (session === undefined) throw new Error('No session was begun.');
    return session;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type, x-file-name');
    if (request.method === 'OPTIONS') return send(response, 204);
    const refusal = this.refusals.findIndex(({ path }) => pathname.endsWith(path));
    if (refusal >= 0) {
      const [{ status, message = 'Refused.', headers = {} } = { status: 500 }] = this.refusals.splice(refusal, 1);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return send(response, status, { error: 'Refused', message });
    }
    const chat = pathname.split('/api/v1/chat/')[1];
    if (chat === undefined) return this.#file(pathname, response);
    const [first = '', second = '', third = ''] = chat.split('/').map(decodeURIComponent);
    if (first === 'sessions') return this.#session(second, third, searchParams, request, response);
    return this.#bot(first, second, third, searchParams, request, response);
  }

  async #file(pathname: string, response: ServerResponse): Promise<void> {
    if (pathname === '/') {
      response.setHeader('content-security-policy', policyFor(this.#url));
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1><main>${this.page}</main></body></html>`,
      );
    } else if (pathname.startsWith('/widget')) {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(await readFile(join(this.#client, pathname)));
    } else if (pathname.endsWith('.gif')) {
      response.setHeader('content-type', 'image/gif');
      response.end(pixel);
    } else if (pathname === '/favicon.ico') send(response, 204);
    else send(response, 404, { error: 'Not found', message: 'There is no such page.' });
  }

  async #bot(
    id: string,
    what: string,
    slug: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const bot = this.bots.get(id);
    if (bot === undefined) return send(response, 404, { error: 'Not found', message: 'There is no such chatbot.' });
    if (what === 'config') return send(response, 200, bot.chat);
    if (what === 'articles') return this.#article(slug, query.get('q') ?? '', response);
    const session = new ChatRuntime(bot, JSON.parse((await bodyOf(request)).toString()));
    this.sessions.push(session);
    const { id: sessionId, token } = session;
    return send(response, 201, {
      sessionId,
      token,
      visitorId: session.request.visitorId ?? 'vis_1',
      ...(await session.start()),
    });
  }

  #article(slug: string, words: string, response: ServerResponse): void {
    const found = this.articles.filter(({ title }) => title.toLowerCase().includes(words.toLowerCase()));
    const article = this.articles.find(one => one.slug === slug);
    send(response, 200, slug === '' ? { data: found } : article);
  }

  async #session(
    id: string,
    what: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const session = this.sessions.find(one => one.id === id && request.headers.authorization === `Bearer ${one.token}`);
    if (session === undefined) return send(response, 404, { error: 'Not found', message: 'There is no such session.' });
    switch (what) {
      case '':
        return send(response, 200, session.after(Number(query.get('after') ?? 0)));
      case 'events':
        return stream(session, request, response);
      case 'messages': {
        const turn = await session.reply(JSON.parse((await bodyOf(request)).toString()));
        return turn === undefined
          ? send(response, 409, { error: 'Conflict', message: 'Another reply.' })
          : send(response, 200, turn);
      }
      case 'files': {
        const bytes = await bodyOf(request);
        const name = decodeURIComponent(String(request.headers['x-file-name']));
        const file = {
          id: `fil_${session.files.size}`,
          name,
          type: String(request.headers['content-type']),
          bytes: bytes.length,
          url: '/file.gif',
        };
        session.files.set(file.id, file);
        return send(response, 201, { fileId: file.id });
      }
      case 'rating':
        session.rating = JSON.parse((await bodyOf(request)).toString());
        return send(response, 204);
      case 'handover':
        return send(response, 200, await session.take({ kind: 'handover' }));
      default:
        return send(response, 200, await session.take({ kind: 'close' }));
    }
  }
}

function stream(session: ChatRuntime, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-type', 'text/event-stream');
  response.write(': open\n\n');
  const tell = ({ event, data }: { event: string; data: unknown }) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  session.streams.add(tell);
  request.on('close', () => session.streams.delete(tell));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status;
  if (body !== undefined) response.setHeader('content-type', 'application/json');
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
