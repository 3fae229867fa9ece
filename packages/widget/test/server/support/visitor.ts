import { createPluginRoutes, type PluginRoutes, type Runtime } from '@conferbot/runtime';

/** A browser that asks the public routes of plugins. */
export class Visitor {
  readonly #routes: PluginRoutes;

  constructor(runtime: Runtime) {
    this.#routes = createPluginRoutes(runtime);
  }

  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const match = this.#routes.match(request.method, pathname);
    const preflight = request.method === 'OPTIONS' ? this.#routes.preflight(pathname) : undefined;
    if (preflight !== undefined) return preflight;
    if (match.kind !== 'found' || match.value.access !== 'public') throw new Error(`${pathname}: ${match.kind}`);
    return this.#routes.callPublic(match.value, match.params, request, { requestId: 'req_1' });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch(new Request(`https://chat.example${path}`, { headers }));
  }
}
