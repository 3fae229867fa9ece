import type { ClientContext } from '@conferbot/plugin';
import { createMcpHandler, type McpHttpHandler, Server, type ServerContext } from '@modelcontextprotocol/server';
import type { Caller } from '../call/caller.ts';
import { DerivedCaller } from '../call/derived-caller.ts';
import type { View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { serverCapabilities } from './capabilities.ts';
import { rememberStreams } from './close-streams.ts';
import type { McpExchange } from './endpoint.ts';
import { metaKeys } from './envelope.ts';
import { foreseen } from './foreseen.ts';
import { isObject, type RequestMessage } from './message.ts';
import { methods } from './methods.ts';
import { cacheTtls } from './modern.ts';
import { ignore, progressTo } from './progress.ts';

/** What a server of one request is made for. */
interface Served {
  readonly exchange: McpExchange;
  readonly settle: (failed: boolean) => void;
}

interface StreamHandler {
  readonly handler: McpHttpHandler;
  readonly served: WeakMap<Request, Served>;
}

const handlers = new WeakMap<Runtime, StreamHandler>();

/**
 * Answers a request of 2026-07-28 through a fresh server of SDK v2, as a stream of events where there are any.
 * `settle` is told whether the call failed, once.
 */
export async function answer(
  runtime: Runtime,
  exchange: McpExchange,
  request: RequestMessage,
  settle: (failed: boolean) => void,
): Promise<Response> {
  const { handler, served } = handlerOf(runtime);
  const { header, caller, signal = caller.signal } = exchange;
  const headers = new Headers({ 'content-type': 'application/json' });
  for (const name of ['mcp-protocol-version', 'mcp-method', 'mcp-name']) {
    const value = header(name);
    if (value !== undefined) headers.set(name, value);
  }
  const post = new Request('http://localhost/', {
    method: 'POST',
    headers,
    ...(signal === undefined ? {} : { signal }),
  });
  served.set(post, { exchange, settle });
  const response = await handler.fetch(post, { parsedBody: request });
  if (request.method !== 'tools/call' || !response.ok) settle(!response.ok);
  return response;
}

/** One per runtime, so that the bound on open subscriptions holds for all of it. */
function handlerOf(runtime: Runtime): StreamHandler {
  let known = handlers.get(runtime);
  if (known === undefined) {
    const served = new WeakMap<Request, Served>();
    const handler = createMcpHandler(
      ({ requestInfo }) => {
        const one = requestInfo === undefined ? undefined : served.get(requestInfo);
        if (one === undefined) throw new Error('The request was not handed over.');
        return serverV2(runtime, one.exchange.view, () => one.exchange.caller, one.settle);
      },
      { legacy: 'reject', onerror: error => runtime.logger.debug({ err: error }, 'mcp stream') },
    );
    known = { handler, served };
    handlers.set(runtime, known);
    rememberStreams(runtime, () => handler.close());
  }
  return known;
}

const methodNames = [
  'tools/list',
  'tools/call',
  'resources/list',
  'resources/templates/list',
  'resources/read',
  'prompts/list',
  'prompts/get',
  'completion/complete',
] as const;

const cacheHints = Object.fromEntries(
  [...cacheTtls].map(([method, ttlMs]) => [method, { ttlMs, cacheScope: 'private' as const }]),
);

/** A server of SDK v2, over the same view and operations as the plain dispatch. `caller` is asked at each call. */
export function serverV2(
  runtime: Runtime,
  view: View,
  caller: () => Caller,
  settle: (failed: boolean) => void,
): Server {
  const { serverInfo, instructions } = runtime;
  const server = new Server({ ...serverInfo }, { capabilities: serverCapabilities(view), instructions, cacheHints });
  for (const method of methodNames) {
    server.setRequestHandler(method, async ({ params }, ctx) => {
      const called = new DerivedCaller(caller(), { client: clientOf(server, ctx), signal: ctx.mcpReq.signal });
      let failed = true;
      try {
        const run = methods.get(method);
        if (run === undefined) throw new Error(`There is no method ${method}.`);
        const outcome = await run({ runtime, view, caller: called, params });
        failed = outcome.kind === 'result' && outcome.failed;
        if (outcome.kind === 'result') return JSON.parse(`${outcome.open}}`);
        const { requests, state } = outcome;
        return { resultType: 'input_required', inputRequests: requests, requestState: state };
      } catch (error) {
        throw foreseen(error, called);
      } finally {
        settle(failed);
      }
    });
  }
  return server;
}

function clientOf(server: Server, { mcpReq }: ServerContext): ClientContext {
  const envelope: Readonly<Record<string, unknown>> = mcpReq.envelope ?? {};
  const declared = envelope[metaKeys.clientCapabilities] ?? server.getClientCapabilities();
  return {
    capabilities: isObject(declared) ? declared : {},
    answers: mcpReq.inputResponses ?? {},
    state: mcpReq.requestState<string>(),
    progress: progressTo(mcpReq._meta?.progressToken, mcpReq.notify),
    log: (level, data) => void mcpReq.log(level, data).catch(ignore),
  };
}
