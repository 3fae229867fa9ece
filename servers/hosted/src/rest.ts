import { createPluginRoutes, createRest, parseJsonBody, type Rest, type Runtime, restBase } from '@conferbot/runtime';
import type { Middleware } from 'koa';
import { hasBody, readBody, requireJson } from './body.ts';
import type { Exchange } from './exchange.ts';
import type { HostGate } from './host-gate.ts';
import type { HostState } from './host-state.ts';
import type { KeyDesk } from './key-desk.ts';
import { KeyedCaller } from './keyed-caller.ts';
import { type McpAddress, wholeAddress } from './mcp-address.ts';
import type { Metrics } from './metrics.ts';
import { methodNotAllowed, nothingHere } from './refusal.ts';
import { selectionOf } from './selection-of.ts';

const replayed = { 'idempotency-replayed': 'true' };

export interface RestDeps {
  readonly runtime: Runtime;
  readonly gate: HostGate;
  readonly keys: KeyDesk;
  readonly metrics: Metrics;
}

/** The tools over plain HTTP, those of opt-in plugins as well: whoever calls a path has named the tool. */
export function restEndpoint(deps: RestDeps): Middleware<HostState> {
  const rest = createRest(deps.runtime);
  const routes = createPluginRoutes(deps.runtime);
  const everyPlugin = { ...wholeAddress, plugins: deps.runtime.composition.plugins.map(plugin => plugin.id) };
  return (ctx, next) => {
    if (!ctx.path.startsWith(`${restBase}/`)) return next();
    const path = ctx.path.slice(restBase.length);
    // Plugins may have routes of their own beside their tools, also where a tool's path has a parameter.
    const { kind } = rest.match(ctx.method, path);
    if (kind !== 'found' && (kind === 'unknown' || routes.match(ctx.method, ctx.path).kind === 'found')) return next();
    ctx.respond = false;
    const { exchange } = ctx.state;
    exchange.surface = 'rest';
    return serve(deps, rest, exchange, everyPlugin, path, new URLSearchParams(ctx.querystring));
  };
}

async function serve(
  deps: RestDeps,
  rest: Rest,
  exchange: Exchange,
  offered: McpAddress,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const { request } = exchange;
  deps.gate.checkHost(request);
  deps.gate.checkOrigin(request);
  const match = rest.match(request.method ?? '', path);
  if (match.kind === 'unknown') throw nothingHere();
  if (match.kind === 'wrong-method') throw methodNotAllowed(match.allow);
  if (hasBody(request)) requireJson(request);
  const bytes = hasBody(request) ? await readBody(request) : undefined;
  const key = await deps.keys.open(exchange);
  const body = bytes === undefined || bytes.length === 0 ? undefined : parseJsonBody(bytes);
  const admission = await deps.keys.admit(exchange, key);
  const { name } = match.value.tool;
  const view = deps.runtime.views.get(selectionOf(key, offered));
  const startedAt = performance.now();
  const idempotencyKey = request.headers['idempotency-key']?.toString();
  const caller = new KeyedCaller(exchange, key);
  const answer = await rest.call(match, { query, body, idempotencyKey, view, caller });
  deps.metrics.toolCall(name, 'rest', answer.status < 400 ? 'ok' : 'failed', performance.now() - startedAt);
  if (answer.called && answer.status < 500) deps.keys.count(key, name);
  else admission.cancel();
  exchange.answerJson(answer.status, answer.body, answer.replayed === true ? replayed : undefined);
}
