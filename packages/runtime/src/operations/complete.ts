import type { Caller } from '../call/caller.ts';
import { inCall } from '../call/in-call.ts';
import { boundArgument, type View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { failureOf } from './failure.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';

export type CompletionTarget =
  | { readonly type: 'ref/prompt'; readonly name: string }
  | { readonly type: 'ref/resource'; readonly uri: string };

export interface CompletionOutcome {
  readonly values: readonly string[];
  readonly total: number;
  readonly hasMore: boolean;
}

const mostValues = 100;

/**
 * Suggests values for an argument of a prompt or of a resource template.
 *
 * @throws ProtocolError `invalidParams` when the prompt, the template or the argument does not exist.
 */
export async function complete(
  runtime: Runtime,
  view: View,
  caller: Caller,
  target: CompletionTarget,
  argument: { readonly name: string; readonly value: string },
  given: Readonly<Record<string, string>>,
): Promise<CompletionOutcome> {
  const names = argumentsOf(view, target);
  if (!names.includes(argument.name)) {
    const known = names.join(', ') || 'none';
    throw new ProtocolError(
      errorCodes.invalidParams,
      `There is no argument ${argument.name} here; the arguments are: ${known}.`,
    );
  }
  const completion = runtime.composition.completions.get(argument.name);
  if (completion === undefined) return { values: [], total: 0, hasMore: false };
  try {
    const values = await inCall(runtime, caller, { readOnly: true }, ctx =>
      completion.complete(argument.value, ctx, given),
    );
    return { values: values.slice(0, mostValues), total: values.length, hasMore: values.length > mostValues };
  } catch (error) {
    const failure = failureOf(error, caller, `completion of ${argument.name}`);
    throw new ProtocolError(errorCodes.internalError, failure.message, { data: failure });
  }
}

function argumentsOf(view: View, target: CompletionTarget): readonly string[] {
  if (target.type === 'ref/prompt') {
    const entry = view.prompts.get(target.name);
    if (entry !== undefined) {
      return entry.args.map(arg => arg.name).filter(name => !view.bound || name !== boundArgument);
    }
    throw new ProtocolError(errorCodes.invalidParams, `Unknown prompt: ${target.name}.`);
  }
  const entry = view.templates.find(({ resource }) => resource.uri === target.uri) ?? view.resources.get(target.uri);
  if (entry !== undefined) return entry.template?.variables ?? [];
  throw new ProtocolError(errorCodes.invalidParams, `Unknown resource template: ${target.uri}.`);
}
