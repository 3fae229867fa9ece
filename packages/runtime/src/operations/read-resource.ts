import { isFault, isInputRequired } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import { inCall } from '../call/in-call.ts';
import type { PreparedResource } from '../registry/prepared.ts';
import type { ToolViewContents } from '../registry/tool-view.ts';
import { boundArgument, type View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { failureOf } from './failure.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';
import { readInput } from './read-input.ts';
import { type InputNeeded, RoundTrip } from './round-trip.ts';

/** MCP `ResourceContents`. */
export type ResourceContents =
  | { readonly uri: string; readonly mimeType: string; readonly text: string }
  | ToolViewContents
  | { readonly uri: string; readonly mimeType: string; readonly blob: string };

export type ResourceOutcome = { readonly kind: 'contents'; readonly contents: ResourceContents } | InputNeeded;

/**
 * Reads a resource of a view, or the document that shows the results of one of its tools.
 *
 * @throws ProtocolError `resourceNotFound` with the address when there is no such resource.
 */
export async function readResource(
  runtime: Runtime,
  view: View,
  caller: Caller,
  uri: string,
): Promise<ResourceOutcome> {
  const document = view.toolViews.get(uri);
  if (document !== undefined) return { kind: 'contents', contents: document };
  const found = findResource(view, uri);
  if (found === undefined) throw missingResource(uri);
  const { resource, mimeType } = found.entry;
  const trip = new RoundTrip(runtime, caller, 'resources/read', uri, undefined);
  try {
    const params = resource.params === undefined ? {} : readInput(resource.params, found.params);
    if (view.bound && boundArgument in params && params[boundArgument] !== caller.boundChatbot)
      throw missingResource(uri);
    const body = await inCall(runtime, trip.caller, { readOnly: true }, ctx => resource.read(params as never, ctx));
    if (body instanceof Uint8Array) {
      return { kind: 'contents', contents: { uri, mimeType, blob: Buffer.from(body).toString('base64') } };
    }
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { kind: 'contents', contents: { uri, mimeType, text } };
  } catch (error) {
    if (isInputRequired(error)) return trip.suspend(error, 'new');
    if (error instanceof ProtocolError) throw error;
    if (isFault(error) && (error.code === 'not_found' || error.code === 'invalid_argument')) {
      throw missingResource(uri, error.message);
    }
    const failure = failureOf(error, caller, uri);
    throw new ProtocolError(errorCodes.internalError, failure.message, { data: failure });
  }
}

function findResource(
  view: View,
  uri: string,
): { readonly entry: PreparedResource; readonly params: Record<string, string> } | undefined {
  const fixed = view.resources.get(uri);
  if (fixed !== undefined) return { entry: fixed, params: {} };
  for (const entry of view.templates) {
    const params = entry.template?.match(uri);
    if (params !== undefined) return { entry, params };
  }
  return undefined;
}

function missingResource(uri: string, reason = 'There is no resource at this address.'): ProtocolError {
  const message = `Resource not found: ${reason} Call resources/list and resources/templates/list to see what there is.`;
  return new ProtocolError(errorCodes.resourceNotFound, message, { data: { uri } });
}
