import { Fault, InputRequired } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import type { ViewTool } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { callIdentity, type Stage } from './round-trip.ts';

const question = 'confirm';

/** Whether this client can show its user a form. A bare `elicitation: {}` means forms. */
export function canAsk(caller: Caller): boolean {
  const { elicitation } = caller.client?.capabilities ?? {};
  if (typeof elicitation !== 'object' || elicitation === null) return false;
  return 'form' in elicitation || !('url' in elicitation);
}

/**
 * Confirms a destructive call: by the user, where the client can ask; by a token from a preview, where the key
 * demands it; any other client just calls.
 *
 * @returns the question, when the user has to be asked first.
 * @throws Fault when the user declined, or with the preview.
 */
export function confirmation(
  runtime: Runtime,
  caller: Caller,
  entry: ViewTool,
  stage: Stage,
  args: Readonly<Record<string, unknown>>,
): InputRequired | undefined {
  const { name, title } = entry.tool;
  if (canAsk(caller)) {
    if (stage === 'confirmed') return undefined;
    const answer = stage === 'asked' ? caller.client?.answers[question] : undefined;
    if (answer === undefined) return ask(title);
    if (!accepted(answer)) throw new Fault('forbidden', `${title} was declined by the user; nothing was changed.`);
    return undefined;
  }
  if (caller.confirmsDestructive !== true) return undefined;
  const { confirmToken, ...confirmed } = args;
  const purpose = ['confirm', ...callIdentity(caller, 'tools/call', name, confirmed)];
  if (typeof confirmToken === 'string' && runtime.tokens.open(confirmToken, purpose) !== undefined) return undefined;
  throw new Fault(
    'conflict',
    `${title} cannot be undone, and this key asks for a confirmation. Nothing was changed yet.`,
    {
      fix: `To go through with it, call ${name} again with the same arguments and confirmToken "${runtime.tokens.seal('', purpose)}".`,
    },
  );
}

function ask(title: string): InputRequired {
  return new InputRequired({
    [question]: {
      method: 'elicitation/create',
      params: {
        mode: 'form',
        message: `${title}: this cannot be undone. Go through with it?`,
        requestedSchema: {
          type: 'object',
          properties: { confirm: { type: 'boolean', title: 'Yes, go through with it', default: false } },
          required: ['confirm'],
        },
      },
    },
  });
}

function accepted(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const { action, content } = answer as { action?: unknown; content?: { confirm?: unknown } };
  return action === 'accept' && content?.confirm === true;
}
