import type { z } from 'zod';
import type { Caller } from '../call/caller.ts';
import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';
import type { View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { offersStreams, serverCapabilities } from './capabilities.ts';
import { initializeParams } from './envelope.ts';
import type { RequestMessage } from './message.ts';
import {
  type EraAnswer,
  failed,
  type Method,
  type MethodOutcome,
  type MethodResult,
  methods,
  succeeded,
} from './methods.ts';
import { paramSchemas, readParams } from './params.ts';
import { latestLegacyVersion, legacyVersions } from './protocol-versions.ts';

const empty = succeeded('{');

/** What only the eras with a handshake have. Nothing of it is remembered: the server is stateless. */
const legacyOnly: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['initialize', initialize],
  ['ping', () => empty],
]);

/** What means something only where a call can send more than its result. */
const streamsOnly: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['logging/setLevel', ({ params }) => accept(paramSchemas.setLevel, params)],
  ['resources/subscribe', ({ params }) => accept(paramSchemas.read, params)],
  ['resources/unsubscribe', ({ params }) => accept(paramSchemas.read, params)],
]);

function accept(schema: z.ZodType, params: unknown): MethodResult {
  readParams(schema, params);
  return empty;
}

/**
 * Answers a request of a client up to 2025-11-25.
 *
 * @throws ProtocolError
 */
export async function answerLegacy(
  runtime: Runtime,
  view: View,
  caller: Caller,
  { method, params }: RequestMessage,
): Promise<EraAnswer> {
  const run =
    methods.get(method) ?? legacyOnly.get(method) ?? (offersStreams(view) ? streamsOnly.get(method) : undefined);
  if (run === undefined) throw new ProtocolError(errorCodes.methodNotFound, 'Method not found');
  return { result: legacyResult(method, await run({ runtime, view, caller, params })), tail: '}' };
}

/** A question has no way to the client of a stateless server before 2026-07-28: the call fails, with the reason. */
export function legacyResult(method: string, outcome: MethodOutcome): MethodResult {
  if (outcome.kind === 'result') return outcome;
  const failure = {
    error: 'unavailable',
    message: 'This call has to ask the user first, which this client cannot do; nothing was changed.',
    fix: 'Use a client that speaks MCP 2026-07-28 and declares the capability elicitation.',
  };
  if (method === 'tools/call') return failed(JSON.stringify(failure));
  throw new ProtocolError(errorCodes.internalError, failure.message, { data: failure });
}

function initialize({ runtime, view, params }: Parameters<Method>[0]): MethodResult {
  const { protocolVersion } = readParams(initializeParams, params);
  const { serverInfo, instructions } = runtime;
  const result = {
    protocolVersion: legacyVersions.includes(protocolVersion) ? protocolVersion : latestLegacyVersion,
    capabilities: serverCapabilities(view),
    serverInfo,
    ...(instructions === '' ? {} : { instructions }),
  };
  return succeeded(JSON.stringify(result).slice(0, -1));
}
