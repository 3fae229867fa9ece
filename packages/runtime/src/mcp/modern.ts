import type { Caller } from '../call/caller.ts';
import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';
import type { InputNeeded } from '../operations/round-trip.ts';
import type { View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { missingCapabilities, serverCapabilities } from './capabilities.ts';
import { metaKeys } from './envelope.ts';
import type { RequestMessage } from './message.ts';
import { type EraAnswer, type Method, type MethodResult, methods, succeeded } from './methods.ts';
import { modernVersions } from './protocol-versions.ts';

/**
 * How long a client may keep a result, in milliseconds. All are `private`: what a key sees depends on its scopes.
 * Lists and discovery change only when the server is deployed or the key is changed.
 */
export const cacheTtls: ReadonlyMap<string, number> = new Map([
  ['server/discover', 3_600_000],
  ['tools/list', 900_000],
  ['resources/list', 900_000],
  ['resources/templates/list', 900_000],
  ['prompts/list', 900_000],
  ['resources/read', 5_000],
]);

/**
 * Answers a request of 2026-07-28.
 *
 * @throws ProtocolError
 */
export async function answerModern(
  runtime: Runtime,
  view: View,
  caller: Caller,
  { method, params }: RequestMessage,
): Promise<EraAnswer> {
  const run = method === 'server/discover' ? discover : methods.get(method);
  if (run === undefined) throw new ProtocolError(errorCodes.methodNotFound, 'Method not found', { status: 404 });
  const outcome = await run({ runtime, view, caller, params });
  if (outcome.kind === 'input-needed') return { result: succeeded(questions(runtime, caller, outcome)), tail: '}' };
  const ttl = cacheTtls.get(method);
  const cache = ttl === undefined ? '' : `,"ttlMs":${ttl},"cacheScope":"private"`;
  return { result: outcome, tail: `${cache},"resultType":"complete",${identity(runtime)}}` };
}

const discover: Method = ({ runtime, view }): MethodResult => {
  const { instructions } = runtime;
  const result = {
    supportedVersions: modernVersions,
    capabilities: serverCapabilities(view),
    ...(instructions === '' ? {} : { instructions }),
  };
  return succeeded(JSON.stringify(result).slice(0, -1));
};

/** @throws ProtocolError `missingCapability` when the client cannot answer one of them. */
function questions(runtime: Runtime, caller: Caller, { requests, state }: InputNeeded): string {
  for (const [key, request] of Object.entries(requests)) {
    const missing = missingCapabilities(request, caller.client?.capabilities ?? {});
    if (missing !== undefined) {
      throw new ProtocolError(
        errorCodes.missingCapability,
        `Cannot request input '${key}' (${request.method}): the request's client capabilities do not declare the required capability`,
        { status: 400, data: { requiredCapabilities: missing } },
      );
    }
  }
  const token = state === undefined ? '' : `,"requestState":${JSON.stringify(state)}`;
  return `{"resultType":"input_required","inputRequests":${JSON.stringify(requests)}${token},${identity(runtime)}`;
}

const identities = new WeakMap<Runtime, string>();

/** The `_meta` member by which every result names the server. */
function identity(runtime: Runtime): string {
  let text = identities.get(runtime);
  if (text === undefined) {
    text = `"_meta":${JSON.stringify({ [metaKeys.serverInfo]: runtime.serverInfo })}`;
    identities.set(runtime, text);
  }
  return text;
}
