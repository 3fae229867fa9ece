import type { VariableType, VariableWrite } from './node-type.ts';

/** The name under which an answer is kept: the author's, or else the type's. */
export function answerKey(answerVariable: string | undefined, byDefault: string): string {
  return answerVariable?.trim() || byDefault;
}

/** An answer as {@link VariableWrite}. */
export function answerWrite(
  answerVariable: string | undefined,
  byDefault: string,
  type: VariableType,
  pointer = '/answerVariable',
): VariableWrite {
  const name = answerKey(answerVariable, byDefault);
  return { name, type, answer: true, ...(answerVariable?.trim() && { pointer }) };
}
