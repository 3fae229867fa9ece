import { createPluginRoutes, type PluginRoutes, type Runtime } from '@conferbot/runtime';

/** A person with a browser, who asks the public routes of plugins. */
export class Reader {
  readonly #routes: PluginRoutes;
  readonly #address: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(runtime: Runtime, address = '203.0.113.7', headers: Readonly<Record<string, string>> = {}) {
    this.#routes = createPluginRoutes(runtime);
    this.#address = address;
    this.#headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', ...headers };
  }

  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const preflight = request.method === 'OPTIONS' ? this.#routes.preflight(pathname) : undefined;
    if (preflight !== undefined) return preflight;
    const match = this.#routes.match(request.method === 'HEAD' ? 'GET' : request.method, pathname);
    if (match.kind !== 'found' || match.value.access !== 'public') throw new Error(`${pathname}: ${match.kind}`);
    return this.#routes.callPublic(match.value, match.params, request, { requestId: 'req_1', address: this.#address });
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Response> {
    return this.fetch(new Request(`${site}${path}`, { method, headers: { ...this.#headers, ...headers } }));
  }

  post(path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const type = 'application/x-www-form-urlencoded';
    const all = { ...this.#headers, 'content-type': type, ...headers };
    return this.fetch(new Request(`${site}${path}`, { method: 'POST', headers: all, body }));
  }
}

export const site = 'https://help.example';
