import { createPluginRoutes, type PluginRoutes, type Runtime } from '@conferbot/runtime';
import type { TestWorkspace } from './test-workspace.ts';

export interface RouteRequest {
  /** Bytes, text and forms go as they are, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A program that calls the routes of plugins: with the API key of a workspace, or as anybody. */
export class RouteClient {
  readonly #routes: PluginRoutes;
  readonly #workspace: TestWorkspace | undefined;

  constructor(runtime: Runtime, workspace?: TestWorkspace) {
    this.#routes = createPluginRoutes(runtime);
    this.#workspace = workspace;
  }

  /** @throws when no plugin has such a route, or it takes a key and there is none */
  async fetch(method: string, path: string, { body, headers }: RouteRequest = {}): Promise<Response> {
    const url = new URL(path, 'http://bot.test');
    const match = this.#routes.match(method, url.pathname);
    if (match.kind !== 'found') throw new Error(`${method} ${path}: ${match.kind}`);
    const isJson = body !== undefined && !isRaw(body);
    const request = new Request(url, {
      method,
      headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: isRaw(body) ? body : JSON.stringify(body) }),
    });
    if (match.value.access === 'public') {
      return this.#routes.callPublic(match.value, match.params, request, { requestId: 'req_test' });
    }
    if (this.#workspace === undefined) throw new Error(`${method} ${path} takes the key of a workspace.`);
    return this.#routes.callWithKey(match.value, match.params, request, this.#workspace.caller);
  }

  /** The JSON of an answer that is a success. @throws when it is not */
  async call<T = Record<string, unknown>>(method: string, path: string, request: RouteRequest = {}): Promise<T> {
    const answer = await this.fetch(method, path, request);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }
}

function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> | FormData {
  return typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
}
