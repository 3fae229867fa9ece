import { isFault, isInputRequired, type PromptMessage } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import { inCall } from '../call/in-call.ts';
import { boundArgument, type View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { failureOf } from './failure.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';
import { readInput } from './read-input.ts';
import { type InputNeeded, RoundTrip } from './round-trip.ts';

export type PromptOutcome =
  | { readonly kind: 'messages'; readonly description: string; readonly messages: readonly PromptMessage[] }
  | InputNeeded;

/**
 * Fills in a prompt of a view.
 *
 * @throws ProtocolError `invalidParams` when there is no such prompt or its arguments are wrong.
 */
export async function getPrompt(
  runtime: Runtime,
  view: View,
  caller: Caller,
  name: string,
  given: unknown,
): Promise<PromptOutcome> {
  const entry = view.prompts.get(name);
  if (entry === undefined) {
    throw new ProtocolError(
      errorCodes.invalidParams,
      `Unknown prompt: ${name}. Call prompts/list to see what there is here.`,
    );
  }
  const { prompt } = entry;
  const trip = new RoundTrip(runtime, caller, 'prompts/get', name, given);
  try {
    const bound = view.bound && boundArgument in prompt.args.shape;
    const schema = bound ? prompt.args.omit({ [boundArgument]: true }) : prompt.args;
    const args = readInput(schema.strict(), given ?? {});
    if (bound) args[boundArgument] = caller.boundChatbot;
    const messages = await inCall(runtime, trip.caller, { readOnly: true }, ctx => prompt.get(args as never, ctx));
    return { kind: 'messages', description: prompt.description, messages };
  } catch (error) {
    if (isInputRequired(error)) return trip.suspend(error, 'new');
    if (error instanceof ProtocolError) throw error;
    const failure = failureOf(error, caller, name);
    const code = isFault(error) ? errorCodes.invalidParams : errorCodes.internalError;
    throw new ProtocolError(code, failure.message, { data: failure });
  }
}
