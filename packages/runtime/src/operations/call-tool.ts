import { type CallContext, type ContentBlock, isInputRequired } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import { inCall } from '../call/in-call.ts';
import { fieldsArgument } from '../registry/field-choice.ts';
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

/** Runs around the work of a call, in its transaction, and may answer in its place. */
export type AroundWork<T> = (ctx: CallContext, work: () => Promise<ToolOutcome>) => Promise<T>;

/**
 * Calls a tool of a view.
 *
 * @throws ProtocolError when there is no such tool, the key lacks its scope, or the round-trip state is not valid.
 */
export async function callTool<T = never>(
  runtime: Runtime,
  view: View,
  caller: Caller,
  name: string,
  args: Readonly<Record<string, unknown>> | undefined,
  around?: AroundWork<T> | undefined,
): Promise<ToolOutcome | T> {
  const entry = view.tools.get(name);
  if (entry === undefined) throw missingTool(runtime, caller, name);
  const trip = new RoundTrip(runtime, caller, 'tools/call', name, args);
  const destructive = entry.annotations.destructiveHint;
  try {
    const input = readInput(entry.input, args ?? {});
    if (entry.bound) input[boundArgument] = caller.boundChatbot;
    if (destructive) delete input.confirmToken;
    const named = takeFields(entry, input);
    const work = async (ctx: CallContext): Promise<ToolOutcome> => {
      const question = destructive ? confirmation(runtime, trip.caller, entry, trip.stage, args ?? {}) : undefined;
      if (question !== undefined) return trip.suspend(question, 'asked');
      return outcomeOf(runtime, entry, await entry.tool.run(input as never, ctx), named);
    };
    const mode = { readOnly: entry.annotations.readOnlyHint };
    return await inCall<ToolOutcome | T>(runtime, trip.caller, mode, ctx =>
      around === undefined ? work(ctx) : around(ctx, () => work(ctx)),
    );
  } catch (error) {
    if (isInputRequired(error)) return trip.suspend(error, destructive && canAsk(caller) ? 'confirmed' : 'new');
    if (error instanceof ProtocolError) throw error;
    return { kind: 'failure', failure: failureOf(error, caller, name) };
  }
}

/** Takes out of the input what is not for the handler. */
function takeFields(entry: ViewTool, input: Record<string, unknown>): readonly string[] {
  if (entry.fields === undefined) return [];
  const { [fieldsArgument]: named = [] } = input;
  delete input[fieldsArgument];
  return named as string[];
}

function outcomeOf(runtime: Runtime, entry: ViewTool, result: object, named: readonly string[]): ToolOutcome {
  const { output } = entry.tool;
  if (output === undefined) return { kind: 'content', blocks: result as readonly ContentBlock[] };
  if (runtime.checkResults === true) output.strict().parse(result);
  const value = entry.fields === undefined ? result : entry.fields.project(result, named);
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
