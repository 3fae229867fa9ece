import type { Admission, KeyCaller } from '@conferbot/accounts';
import {
  classifyMessage,
  errorCodes,
  handleMcp,
  type McpCall,
  parseJsonBody,
  type Runtime,
  type View,
} from '@conferbot/runtime';
import type { Middleware } from 'koa';
import { readBody, requireJson } from './body.ts';
import type { Exchange } from './exchange.ts';
import type { HostGate } from './host-gate.ts';
import type { HostState } from './host-state.ts';
import type { KeyDesk } from './key-desk.ts';
import { KeyedCaller } from './keyed-caller.ts';
import { isMcpTarget, type McpAddress, readMcpAddress, wholeAddress } from './mcp-address.ts';
import { refuseMcp } from './mcp-refusal.ts';
import type { Metrics } from './metrics.ts';
import { methodNotAllowed, Refusal } from './refusal.ts';
import { refusalOf } from './refusal-of.ts';
import { selectionOf } from './selection-of.ts';
import { sendWebResponse } from './web-bridge.ts';

export interface McpDeps {
  readonly runtime: Runtime;
  readonly gate: HostGate;
  readonly keys: KeyDesk;
  readonly metrics: Metrics;
}

const postOnly = ['POST'];

/** What the bare address offers to a key, by what is known of the key: the usual request looks nothing else up. */
const usualViews = new WeakMap<KeyCaller, View>();

/** The MCP endpoint. It writes its answers itself: nearly all traffic comes through here. */
export function mcpEndpoint(deps: McpDeps): Middleware<HostState> {
  const toolsets = toolsetsOf(deps.runtime);
  return (ctx, next) => {
    if (!isMcpTarget(ctx.req.url ?? '')) return next();
    ctx.respond = false;
    const { exchange } = ctx.state;
    exchange.surface = 'mcp';
    return serve(deps, toolsets, exchange);
  };
}

/** Plugins that offer nothing to a client are no toolsets. */
function toolsetsOf({ composition }: Runtime): readonly string[] {
  const offering = composition.plugins.filter(
    ({ tools, resources, prompts }) => tools.length + resources.length + prompts.length > 0,
  );
  return offering.map(plugin => plugin.id);
}

async function serve(deps: McpDeps, toolsets: readonly string[], exchange: Exchange): Promise<void> {
  const { request } = exchange;
  let bytes: Buffer | undefined;
  try {
    deps.gate.checkHost(request);
    deps.gate.checkOrigin(request);
    if (request.method !== 'POST') throw methodNotAllowed(postOnly);
    requireJson(request);
    bytes = await readBody(request);
    const opened = deps.keys.open(exchange);
    const key = opened instanceof Promise ? await opened : opened;
    await dispatch(deps, toolsets, exchange, key, bytes);
  } catch (error) {
    const refusal = refusalOf(error, exchange);
    if (refusal !== undefined) refuseMcp(exchange, refusal, bytes);
  }
}

async function dispatch(
  deps: McpDeps,
  toolsets: readonly string[],
  exchange: Exchange,
  key: KeyCaller,
  bytes: Buffer,
): Promise<void> {
  const { runtime, keys } = deps;
  const { headers, url = '' } = exchange.request;
  const address = readMcpAddress(url, single(headers['x-mcp-toolsets']), single(headers['x-mcp-readonly']), toolsets);
  const body = parseJsonBody(bytes);
  const kind = classifyMessage(body);
  if (kind === 'batch') throw batchRefused();
  const admitting = kind === 'request' ? keys.admit(exchange, key) : undefined;
  const admission = admitting instanceof Promise ? await admitting : admitting;
  const reply = await handleMcp(runtime, {
    body,
    header: name => single(headers[name]),
    view: viewOf(runtime, key, address),
    caller: new KeyedCaller(exchange, key, address.chatbot),
  });
  if ('response' in reply) await sendWebResponse(exchange, reply.response);
  else if (reply.body === undefined) exchange.answerEmpty(reply.status);
  else exchange.answerJson(reply.status, reply.body);
  const called = 'response' in reply ? await reply.called : reply.called;
  if (admission !== undefined) settle(deps, exchange, key, admission, called);
}

function viewOf(runtime: Runtime, key: KeyCaller, address: McpAddress): View {
  if (address !== wholeAddress) return runtime.views.get(selectionOf(key, address));
  let view = usualViews.get(key);
  if (view === undefined) {
    view = runtime.views.get(selectionOf(key, address));
    usualViews.set(key, view);
  }
  return view;
}

/** What was not dispatched, and what failed on our side, does not count. */
function settle(
  { keys, metrics }: McpDeps,
  exchange: Exchange,
  key: KeyCaller,
  admission: Admission,
  called: McpCall | undefined,
): void {
  if (called === undefined || exchange.status >= 400) admission.cancel();
  else keys.count(key, countedAs(called));
  if (called?.name === undefined) return;
  const outcome = called.failed ? 'failed' : 'ok';
  metrics.toolCall(called.name, called.era, outcome, performance.now() - exchange.startedAt);
}

const knownMethods = new Set([
  'completion/complete',
  'initialize',
  'logging/setLevel',
  'ping',
  'prompts/get',
  'prompts/list',
  'resources/list',
  'resources/read',
  'resources/templates/list',
  'server/discover',
  'subscriptions/listen',
  'tools/call',
  'tools/list',
]);

/** A method is a text of the client: only those that exist may be kept. */
function countedAs({ name, method }: McpCall): string {
  return name ?? (knownMethods.has(method) ? method : 'unknown');
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.join(', ');
}

function batchRefused(): Refusal {
  const code = errorCodes.invalidRequest;
  return new Refusal(400, 'Send one message at a time: batches are not part of MCP any more.', { code });
}
