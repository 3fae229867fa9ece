import { createPluginRoutes, type PluginRoutes, type Runtime } from '@conferbot/runtime';

export interface MessageView {
  readonly seq: number;
  readonly from: string;
  readonly type: string;
  readonly text?: string;
  readonly nodeId?: string;
  readonly url?: string;
  readonly name?: string;
  readonly clientMessageId?: string;
  readonly citations?: readonly { readonly title: string; readonly path: string }[];
}

export interface Answer {
  readonly messages: readonly MessageView[];
  readonly input: {
    readonly nodeId: string;
    readonly kind: string;
    readonly error?: string;
    readonly mayAsk?: true;
  } | null;
  readonly status: string;
}

export interface Opened extends Answer {
  readonly sessionId: string;
  readonly token: string;
  readonly visitorId: string;
}

export interface Refused {
  readonly error: string;
  readonly message: string;
  readonly details?: readonly { readonly path: string; readonly message: string }[];
}

export interface Request_ {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
  readonly address?: string;
}

/** Visitors of one process, by its routes. */
export class ChatClient {
  readonly #routes: PluginRoutes;

  constructor(runtime: Runtime) {
    this.#routes = createPluginRoutes(runtime);
  }

  async fetch(
    method: string,
    path: string,
    { token, body, headers, signal, address }: Request_ = {},
  ): Promise<Response> {
    const url = new URL(`/api/v1/chat${path}`, 'http://bot.test');
    const match = this.#routes.match(method, url.pathname);
    if (match.kind !== 'found' || match.value.access !== 'public') throw new Error(`${method} ${path}: ${match.kind}`);
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
    const request = new Request(url, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as NonNullable<RequestInit['body']> }),
      ...(signal && { signal }),
    });
    return this.#routes.callPublic(match.value, match.params, request, { requestId: 'req_test', address });
  }

  async open(chatbotId: string, body: object = {}): Promise<Opened> {
    return expected(await this.fetch('POST', `/${chatbotId}/sessions`, { body }), 201);
  }

  async send(session: Opened, body: object): Promise<Answer> {
    return expected(await this.post(session, body), 200);
  }

  post({ sessionId, token }: Opened, body: unknown): Promise<Response> {
    return this.fetch('POST', `/sessions/${sessionId}/messages`, { token, body });
  }

  async get({ sessionId, token }: Opened, after = 0): Promise<Answer & { readonly lastSeq: number; more: boolean }> {
    return expected(await this.fetch('GET', `/sessions/${sessionId}?after=${after}`, { token }), 200);
  }

  async act<T = Answer>({ sessionId, token }: Opened, what: string, body?: object): Promise<T> {
    return expected(await this.fetch('POST', `/sessions/${sessionId}/${what}`, { token, body }), 200);
  }
}

async function expected<T>(response: Response, status: number): Promise<T> {
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as T;
}

export async function refusal(response: Response): Promise<Refused & { readonly status: number }> {
  return { ...((await response.json()) as Refused), status: response.status };
}

/** What a visitor hears or reads; their own words are left out. */
export const textsOf = ({ messages }: Answer) =>
  messages.filter(({ from }) => from !== 'visitor').map(({ text }) => text);
