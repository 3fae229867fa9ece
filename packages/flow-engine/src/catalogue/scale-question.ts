import { readScalePoint } from '../answers/scale-point.ts';
import type { InputRequest } from '../engine/input-request.ts';
import type { NodeCall } from '../engine/node-call.ts';
import { leave, type ResumeEvent, type Step } from '../engine/step.ts';
import { plainText } from '../text/plain-text.ts';
import { answerKey } from './answer-key.ts';
import type { Handle } from './node-type.ts';

/** A question that is answered by a point of a scale, such as stars. */
export interface Scale {
  readonly prompt: string;
  readonly answerVariable: string | undefined;
  readonly min: number;
  readonly max: number;
  readonly style: NonNullable<InputRequest['style']>;
}

/** One output per point, numbered from 0. */
export function scaleOutputs({ min, max }: Pick<Scale, 'min' | 'max'>): Handle[] {
  return Array.from({ length: max - min + 1 }, (_, index) => ({ id: `source-${index}`, label: String(min + index) }));
}

export function askScale({ prompt, min, max, style }: Scale, call: NodeCall): Step {
  const text = call.render(prompt);
  return { do: 'ask', request: { kind: 'rating', min, max, style, ...(text !== '' && { prompt: text }) } };
}

/** Keeps the number, or turns the reply back. */
export function takePoint(
  scale: Scale,
  call: NodeCall,
  event: ResumeEvent,
  handleOf: (point: number) => string | undefined,
): Step {
  const read = readScalePoint(event.kind === 'reply' ? event.reply : {}, scale.min, scale.max);
  if (!read.ok) return { do: 'reject', message: read.problem };
  const question = call.render(plainText(scale.prompt), 'plain');
  call.answer(answerKey(scale.answerVariable, call.nodeId), read.value, question);
  call.pick(String(read.value));
  return leave(handleOf(read.value));
}
