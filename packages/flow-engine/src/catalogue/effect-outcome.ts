import { z } from 'zod';
import type { NodeCall } from '../engine/node-call.ts';
import type { ResumeEvent } from '../engine/step.ts';
import type { Json } from '../values/json.ts';
import { answerVariable } from './fields.ts';

/** Fields of the nodes that wait for the result of an effect. */
export const resultVariable = answerVariable.describe(
  'Name under which the result is kept, and by which texts use it as {{name}}.',
);
export const errorMessage = z.string().max(10_000).optional().describe('Said when it fails; the flow goes on anyway.');

/** The value of an effect that succeeded; else says the author's error text, if any, and returns undefined. */
export function resultOf(event: ResumeEvent, errorText: string | undefined, call: NodeCall): Json | undefined {
  if (event.kind === 'effect' && event.result.ok) return event.result.value;
  const text = call.render(errorText ?? '');
  if (text !== '') call.say({ type: 'text', text });
  return undefined;
}
