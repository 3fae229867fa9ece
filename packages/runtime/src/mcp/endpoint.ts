import { type Caller, plainClient } from '../call/caller.ts';
import { DerivedCaller } from '../call/derived-caller.ts';
import { errorCodes } from '../operations/protocol-error.ts';
import type { View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { clientOf } from './client.ts';
import type { Envelope } from './envelope.ts';
import { foreseen } from './foreseen.ts';
import { answerLegacy } from './legacy.ts';
import { idOf, isObject, type RequestMessage } from './message.ts';
import { answerModern } from './modern.ts';
import type { Era } from './protocol-versions.ts';
import { routeMessage } from './route-message.ts';
import type { ReadHeader } from './standard-headers.ts';

/** One POST on an MCP endpoint, authenticated and bounded by the host. */
export interface McpExchange {
  /** Parsed JSON, bounded in size and depth. */
  readonly body: unknown;
  /** Reads a request header by its lower-case name. */
  readonly header: ReadHeader;
  readonly view: View;
  /** Its `client` is filled in from the request. */
  readonly caller: Caller;
  /** Aborted when the client leaves, where the caller's own signal is not. */
  readonly signal?: AbortSignal;
}

/** What was asked for, for usage and metrics. Names are those of tools of the view, so they are bounded. */
export interface McpCall {
  readonly method: string;
  readonly name?: string;
  readonly era: Era;
  /** The call was answered with an error, or its tool failed. */
  readonly failed: boolean;
}

/** A text in three parts, the middle one in UTF-8. */
export type JsonParts = readonly [head: string, bytes: Buffer, tail: string];

/** JSON, or nothing for what needs no answer; or a stream of events, whose outcome is known when it ends. */
export type McpReply =
  | {
      readonly status: number;
      /** JSON; a list comes in parts, the long one shared by all answers; undefined for an empty answer. */
      readonly body: string | JsonParts | undefined;
      readonly called?: McpCall;
    }
  | { readonly response: Response; readonly called: Promise<McpCall> };

/**
 * Answers one POST, stateless, in either era. Plain requests are answered here; what may send something before
 * its result goes through the SDKs, which are loaded when first needed. Never rejects.
 */
export async function handleMcp(runtime: Runtime, exchange: McpExchange): Promise<McpReply> {
  const { body, header, view } = exchange;
  let called: McpCall | undefined;
  try {
    const routed = routeMessage(body, header);
    if (routed.era === 'none') return { status: 202, body: undefined };
    const { era, request } = routed;
    called = callOf(view, era, request);
    const envelope = era === 'modern' ? routed.envelope : undefined;
    if (mayStream(view, request, envelope, header)) return await stream(runtime, exchange, request, called);
    const caller = callerOf(exchange, request, envelope);
    const answer = era === 'modern' ? answerModern : answerLegacy;
    const { result, tail } = await answer(runtime, view, caller, request);
    const head = `{"jsonrpc":"2.0","id":${JSON.stringify(request.id)},"result":`;
    return {
      status: 200,
      body: result.bytes === undefined ? `${head}${result.open}${tail}}` : [head, result.bytes, `${tail}}`],
      called: result.failed ? { ...called, failed: true } : called,
    };
  } catch (error) {
    return errorReply(exchange, error, called);
  }
}

function callOf(view: View, era: Era, { method, params }: RequestMessage): McpCall {
  const name = method === 'tools/call' ? params?.name : undefined;
  return typeof name === 'string' && view.tools.has(name)
    ? { method, name, era, failed: false }
    : { method, era, failed: false };
}

function callerOf(exchange: McpExchange, request: RequestMessage, envelope: Envelope | undefined): Caller {
  const { caller, signal } = exchange;
  const client = envelope === undefined ? plainClient : clientOf(envelope.capabilities, request);
  if (client === plainClient && signal === undefined) return caller;
  return new DerivedCaller(caller, { client, ...(signal === undefined ? {} : { signal }) });
}

/** Whether the client takes events and the call may have some: only a tool that `streams` has. */
function mayStream(
  view: View,
  { method, params }: RequestMessage,
  envelope: Envelope | undefined,
  header: ReadHeader,
): boolean {
  if (method === 'subscriptions/listen') return envelope !== undefined;
  if (method !== 'tools/call' || typeof params?.name !== 'string') return false;
  if (params.arguments !== undefined && !isObject(params.arguments)) return false;
  if (view.tools.get(params.name)?.tool.streams !== true) return false;
  if (envelope !== undefined) return envelope.progressToken !== undefined || envelope.logLevel !== undefined;
  return header('accept')?.includes('text/event-stream') ?? false;
}

async function stream(
  runtime: Runtime,
  exchange: McpExchange,
  request: RequestMessage,
  called: McpCall,
): Promise<McpReply> {
  const { answer } = called.era === 'legacy' ? await import('./sdk-v1.ts') : await import('./sdk-v2.ts');
  let settle: (failed: boolean) => void = () => {};
  const settled = new Promise<McpCall>(resolve => {
    settle = failed => resolve({ ...called, failed });
  });
  const response = await answer(runtime, exchange, request, settle);
  return { response, called: settled };
}

function errorReply({ body, caller }: McpExchange, error: unknown, called: McpCall | undefined): McpReply {
  const known = foreseen(error, caller);
  const { message, data } = known;
  const code =
    known.code === errorCodes.resourceNotFound && called?.era === 'modern' ? errorCodes.invalidParams : known.code;
  return {
    status: known.status ?? 200,
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: idOf(body),
      error: data === undefined ? { code, message } : { code, message, data },
    }),
    ...(called === undefined ? {} : { called: { ...called, failed: true } }),
  };
}
