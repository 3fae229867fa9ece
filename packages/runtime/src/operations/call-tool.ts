import { type ContentBlock, isInputRequired } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import { inCall } from '../call/in-call.ts';
import { boundArgument, type View, type ViewTool } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { capPage } from './cap-page.ts';
import { canAsk, confirmation } from './confirmation.ts';
import { type Failure, failureOf } from './failure.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';
import { readInput } from './read-input.ts';
import { type InputNeeded, RoundTrip } from './round-trip.ts';

/** What came of a tool call. */
export type ToolOutcome =
  /** `json` is the structured result, serialized once. */
  | { readonly kind: 'structured'; readonly value: object; readonly json: string }
  | { readonly kind: 'content'; readonly blocks: readonly ContentBlock[] }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | InputNeeded;

/**
 * Calls a tool of a view.
 *
 * @throws ProtocolError when there is no such tool, the key lacks its scope, or the round-trip state is not valid.
 */
export async function callTool(
  runtime: Runtime,
  view: View,
  caller: Caller,
  name: string,
  args: Readonly<Record<string, unknown>> | undefined,
): Promise<ToolOutcome> {
  const entry = view.tools.get(name);
  if (entry === undefined) throw missingTool(runtime, caller, name);
  const trip = new RoundTrip(runtime, caller, 'tools/call', name, args);
  const destructive = entry.annotations.destructiveHint;
  try {
    const input = readInput(entry.input, args ?? {});
    if (entry.bound) input[boundArgument] = caller.boundChatbot;
    if (destructive) {
      delete input.confirmToken;
      const question = confirmation(runtime, trip.caller, entry, trip.stage, args ?? {});
      if (question !== undefined) return trip.suspend(question, 'asked');
    }
    const mode = { readOnly: entry.annotations.readOnlyHint };
    const value = await inCall(runtime, trip.caller, mode, ctx => entry.tool.run(input as never, ctx));
    return outcomeOf(runtime, entry, value);
  } catch (error) {
    if (isInputRequired(error)) return trip.suspend(error, destructive && canAsk(caller) ? 'confirmed' : 'new');
    if (error instanceof ProtocolError) throw error;
    return { kind: 'failure', failure: failureOf(error, caller, name) };
  }
}

function outcomeOf(runtime: Runtime, entry: ViewTool, value: object): ToolOutcome {
  const { output } = entry.tool;
  if (output === undefined) return { kind: 'content', blocks: value as readonly ContentBlock[] };
  if (runtime.checkResults === true) output.strict().parse(value);
  const json = JSON.stringify(value);
  const capped = capPage(value, json, entry.tool.name);
  return capped ?? { kind: 'structured', value, json };
}

function missingTool(runtime: Runtime, caller: Caller, name: string): ProtocolError {
  const { principal } = caller;
  const scope = runtime.composition.tools.get(name)?.scope;
  if (scope !== undefined && principal.kind === 'key' && !principal.scopes.includes(scope)) {
    const message = `This API key may not call ${name}: it lacks the scope "${scope}".`;
    return new ProtocolError(errorCodes.refused, message, { status: 403, data: { error: 'Forbidden', message } });
  }
  return new ProtocolError(
    errorCodes.invalidParams,
    `Unknown tool: ${name}. Call tools/list to see what there is here.`,
  );
}
