import { createPluginRoutes, type PluginRoutes, type Runtime } from '@conferbot/runtime';

export interface Heard {
  readonly messages: readonly {
    readonly from: string;
    readonly text: string;
    readonly citations?: readonly { readonly title: string; readonly path: string }[];
  }[];
  readonly input: { readonly nodeId: string; readonly kind: string } | null;
  readonly status: string;
}

/** Somebody who talks to a chatbot, by the routes of the live chat. */
export class Visitor {
  readonly opened: Heard;
  readonly #routes: PluginRoutes;
  readonly #path: string;
  readonly #token: string;
  #sent = 0;

  private constructor(routes: PluginRoutes, session: Heard & { readonly sessionId: string; readonly token: string }) {
    this.#routes = routes;
    this.opened = session;
    this.#path = `/sessions/${session.sessionId}`;
    this.#token = session.token;
  }

  static async open(runtime: Runtime, chatbotId: string): Promise<Visitor> {
    const routes = createPluginRoutes(runtime);
    const meta = { locale: 'en-GB' };
    return new Visitor(routes, await call(routes, 'POST', `/${chatbotId}/sessions`, { body: { meta } }));
  }

  say(text: string): Promise<Heard> {
    return this.send({ text });
  }

  send(reply: object): Promise<Heard> {
    return this.#call('POST', '/messages', { clientMessageId: `m${++this.#sent}`, ...reply });
  }

  look(): Promise<Heard> {
    return this.#call('GET', '');
  }

  #call(method: string, path: string, body?: object): Promise<Heard> {
    return call(this.#routes, method, this.#path + path, { body, token: this.#token });
  }
}

async function call<T>(
  routes: PluginRoutes,
  method: string,
  path: string,
  { body, token = '' }: { readonly body?: object | undefined; readonly token?: string },
): Promise<T> {
  const url = new URL(`/api/v1/chat${path}`, 'http://bot.test');
  const match = routes.match(method, url.pathname);
  if (match.kind !== 'found' || match.value.access !== 'public') throw new Error(`${method} ${path}: ${match.kind}`);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const request = new Request(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const answer = await routes.callPublic(match.value, match.params, request, { requestId: 'req', address: undefined });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text) as T;
}
