import type { Route } from '@conferbot/plugin';
import { createPluginRoutes, type PluginRoutes, type Runtime } from '@conferbot/runtime';
import type { Middleware } from 'koa';
import { clientAddress } from './client-address.ts';
import type { Exchange } from './exchange.ts';
import type { HostGate } from './host-gate.ts';
import type { HostState } from './host-state.ts';
import type { KeyDesk } from './key-desk.ts';
import { KeyedCaller } from './keyed-caller.ts';
import { methodNotAllowed } from './refusal.ts';
import { sendWebResponse, toWebRequest } from './web-bridge.ts';

export interface PluginEndpointDeps {
  readonly runtime: Runtime;
  readonly gate: HostGate;
  readonly keys: KeyDesk;
  readonly publicUrl: string;
  /** Ends streams that would never end by themselves. */
  readonly stopping: AbortSignal;
}

/** The routes that plugins bring besides their tools. */
export function pluginEndpoints(deps: PluginEndpointDeps): Middleware<HostState> {
  const routes = createPluginRoutes(deps.runtime);
  return async (ctx, next) => {
    const match = routes.match(ctx.method === 'HEAD' ? 'GET' : ctx.method, ctx.path);
    if (match.kind === 'unknown') return next();
    ctx.respond = false;
    const { exchange } = ctx.state;
    exchange.surface = 'plugin';
    deps.gate.checkHost(ctx.req);
    if (match.kind === 'wrong-method') {
      const preflight = ctx.method === 'OPTIONS' ? routes.preflight(ctx.path) : undefined;
      if (preflight === undefined) throw methodNotAllowed(match.allow);
      return sendWebResponse(exchange, preflight);
    }
    const answer = await call(deps, routes, exchange, match.value, match.params);
    await sendWebResponse(exchange, answer, deps.stopping);
  };
}

async function call(
  { gate, keys, publicUrl }: PluginEndpointDeps,
  routes: PluginRoutes,
  exchange: Exchange,
  route: Route,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  if (route.access === 'public') {
    const { requestId } = exchange;
    // A body that is refused before the route is called must be readable to scripts, too.
    if (route.cors === true) exchange.response.setHeader('access-control-allow-origin', '*');
    const request = await toWebRequest(exchange, publicUrl, route.maxBodyBytes);
    return routes.callPublic(route, params, request, { requestId, address: clientAddress(exchange.request) });
  }
  gate.checkOrigin(exchange.request);
  const request = await toWebRequest(exchange, publicUrl, route.maxBodyBytes);
  const key = await keys.open(exchange);
  const admission = await keys.admit(exchange, key);
  const answer = await routes.callWithKey(route, params, request, new KeyedCaller(exchange, key));
  if (answer.status >= 500) admission.cancel();
  else keys.count(key, `${route.method} ${route.path}`);
  return answer;
}
