import type { PublicContext, Route } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import { inCall } from '../call/in-call.ts';
import { failureOf } from '../operations/failure.ts';
import type { Runtime } from '../runtime.ts';
import { systemContext } from '../system/system-context.ts';
import { allowAnyOrigin, preflight } from './cors.ts';
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
  callPublic(route: PublicRoute, params: Params, request: Request, client: PublicClient): Promise<Response>;
  /** Answers a browser that asks by `OPTIONS` what it may send; undefined where no route takes scripts of other websites. */
  preflight(path: string): Response | undefined;
}

/** Who calls a public route, as far as the host knows. */
export interface PublicClient {
  readonly requestId: string;
  readonly address?: string | undefined;
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
    async callPublic(route, params, request, { requestId, address }) {
      const system = systemContext(runtime, `${route.method} ${route.path}`, request.signal, requestId);
      const context: PublicContext = { ...system, clientAddress: address };
      const answer = await answered(route, context, () => route.handle(request, params, context));
      return route.cors === true ? allowAnyOrigin(answer) : answer;
    },
    preflight(path) {
      const match = table.match('OPTIONS', path);
      if (match.kind !== 'wrong-method') return undefined;
      const open = match.allow.filter(method => isOpen(table.match(method, path)));
      return open.length === 0 ? undefined : preflight(open);
    },
  };
}

function isOpen(match: RouteMatch<Route>): boolean {
  return match.kind === 'found' && match.value.access === 'public' && match.value.cors === true;
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
