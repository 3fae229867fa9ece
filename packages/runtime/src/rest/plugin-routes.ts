import type { Route } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import { inCall } from '../call/in-call.ts';
import { failureOf } from '../operations/failure.ts';
import type { Runtime } from '../runtime.ts';
import { systemContext } from '../system/system-context.ts';
import { faultProblem, titleOf } from './problem.ts';
import { type RouteMatch, RouteTable } from './route-table.ts';

type Params = Readonly<Record<string, string>>;
type KeyRoute = Extract<Route, { readonly access: 'key' }>;
type PublicRoute = Extract<Route, { readonly access: 'public' }>;

/** The HTTP routes that plugins bring besides their tools. */
export interface PluginRoutes {
  /** @param path Below the host's root, as it was sent, without the query. */
  match(method: string, path: string): RouteMatch<Route>;
  /** Answers on behalf of a key: its scope is checked here, the key itself by the host. Never rejects. */
  callWithKey(route: KeyRoute, params: Params, request: Request, caller: Caller): Promise<Response>;
  /** Answers anybody. Never rejects. */
  callPublic(route: PublicRoute, params: Params, request: Request, requestId: string): Promise<Response>;
}

export function createPluginRoutes(runtime: Runtime): PluginRoutes {
  const table = new RouteTable(
    runtime.composition.routes.map(route => ({ method: route.method, path: route.path, value: route })),
  );
  return {
    match: (method, path) => table.match(method, path),
    async callWithKey(route, params, request, caller) {
      const { principal } = caller;
      if (principal.kind === 'key' && !principal.scopes.includes(route.scope)) {
        const message = `This API key lacks the scope "${route.scope}".`;
        return Response.json({ error: titleOf(403), message, requestId: caller.requestId }, { status: 403 });
      }
      const readOnly = route.method === 'GET' && route.scope === 'read';
      return answered(route, caller, () =>
        inCall(runtime, caller, { readOnly }, ctx => route.handle(request, params, ctx)),
      );
    },
    async callPublic(route, params, request, requestId) {
      const context = systemContext(runtime, `${route.method} ${route.path}`, request.signal, requestId);
      return answered(route, context, () => route.handle(request, params, context));
    },
  };
}

async function answered(
  route: Route,
  caller: Pick<Caller, 'requestId' | 'logger'>,
  handle: () => Promise<Response>,
): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    const failure = failureOf(error, caller, `${route.method} ${route.path}`);
    const { status, problem } = faultProblem(failure, caller.requestId);
    return Response.json(problem, { status });
  }
}
