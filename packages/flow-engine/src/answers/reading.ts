import { longestReply } from '../engine/budgets.ts';
import type { Reply } from '../engine/input.ts';

/** A reply as the value that it stands for, or why it cannot be taken, as a sentence to the visitor. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

export const taken = <Value>(value: Value): Read<Value> => ({ ok: true, value });
export const refused = (problem: string): Read<never> => ({ ok: false, problem });

const tooLong = `Please keep your answer under ${longestReply.toLocaleString('en')} characters.`;

/**
 * What a visitor wrote, or sent as a plain value: trimmed, not empty, bounded, and such that every JSON store takes it.
 *
 * @param problem what to say to an empty reply
 */
export function readText({ text, value }: Reply, problem = 'Please enter an answer.'): Read<string> {
  const written = text ?? (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  if (written.length > longestReply) return refused(tooLong);
  const clean = storable(written).trim();
  return clean === '' ? refused(problem) : taken(clean);
}

/** Without what databases refuse in a text: NUL, and halves of surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
