import type { ClientContext } from '@conferbot/plugin';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  type ServerNotification,
  type ServerRequest,
  SubscribeRequestSchema,
  UnsubscribeRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { type Caller, plainClient } from '../call/caller.ts';
import { DerivedCaller } from '../call/derived-caller.ts';
import type { View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { offersStreams, serverCapabilities } from './capabilities.ts';
import type { McpExchange } from './endpoint.ts';
import { foreseen } from './foreseen.ts';
import { legacyResult } from './legacy.ts';
import type { RequestMessage } from './message.ts';
import { methods } from './methods.ts';
import { ignore, progressTo } from './progress.ts';

type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

/** Never asked: a low-level server validates nothing of its own. It saves making a validator per request. */
const noValidator = {
  getValidator: () => (input: unknown) => ({ valid: true as const, data: input as never, errorMessage: undefined }),
};

const schemas = [
  ['tools/list', ListToolsRequestSchema],
  ['tools/call', CallToolRequestSchema],
  ['resources/list', ListResourcesRequestSchema],
  ['resources/templates/list', ListResourceTemplatesRequestSchema],
  ['resources/read', ReadResourceRequestSchema],
  ['prompts/list', ListPromptsRequestSchema],
  ['prompts/get', GetPromptRequestSchema],
  ['completion/complete', CompleteRequestSchema],
] as const;

/**
 * Answers a request up to 2025-11-25 as a stream of events, through a fresh server of SDK v1. `settle` is told
 * whether the call failed, once.
 */
export async function answer(
  runtime: Runtime,
  { view, caller, signal }: McpExchange,
  request: RequestMessage,
  settle: (failed: boolean) => void,
): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport();
  await serverV1(runtime, view, caller, settle).connect(transport as Transport);
  const left = signal ?? caller.signal;
  if (left?.aborted === true) await transport.close();
  left?.addEventListener('abort', () => void transport.close(), { once: true });
  const response = await transport.handleRequest(new Request('http://localhost/', streamingPost), {
    parsedBody: request,
  });
  if (!response.ok) settle(true);
  return response;
}

/** What the transport looks at; the body is handed over parsed. */
const streamingPost = {
  method: 'POST',
  headers: { accept: 'application/json, text/event-stream', 'content-type': 'application/json' },
};

/** A server of SDK v1 for one request, over the same view and operations as the plain dispatch. */
export function serverV1(runtime: Runtime, view: View, caller: Caller, settle: (failed: boolean) => void): Server {
  const { serverInfo, instructions } = runtime;
  const server = new Server(
    { ...serverInfo },
    { capabilities: serverCapabilities(view), instructions, jsonSchemaValidator: noValidator },
  );
  for (const [method, schema] of schemas) {
    server.setRequestHandler(schema, async ({ params }, extra) => {
      let failed = true;
      try {
        const run = methods.get(method);
        if (run === undefined) throw new Error(`There is no method ${method}.`);
        const outcome = await run({ runtime, view, caller: streamingCaller(caller, extra), params });
        const result = legacyResult(method, outcome);
        failed = result.failed;
        return JSON.parse(`${result.open}}`);
      } catch (error) {
        throw foreseen(error, caller);
      } finally {
        settle(failed);
      }
    });
  }
  if (offersStreams(view)) {
    server.setRequestHandler(SubscribeRequestSchema, () => ({}));
    server.setRequestHandler(UnsubscribeRequestSchema, () => ({}));
  }
  return server;
}

/** The caller with a client that gets to see progress and log lines. */
function streamingCaller(caller: Caller, { _meta, signal, sendNotification }: Extra): Caller {
  const client: ClientContext = {
    ...plainClient,
    progress: progressTo(_meta?.progressToken, sendNotification),
    log: (level, data) =>
      void sendNotification({ method: 'notifications/message', params: { level, data } }).catch(ignore),
  };
  return new DerivedCaller(caller, { client, signal });
}
