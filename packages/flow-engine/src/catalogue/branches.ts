import type { Handle } from './node-type.ts';

/** The way of everything that has no edge of its own; last among the outputs of a branching node. */
const anyOther: Handle = { id: null, label: 'any other' };

/** The outputs of a node that branches: one by one, and the default one that the others fall back to. */
export function branches(outputs: readonly Handle[]): readonly Handle[] {
  return [...outputs, anyOther];
}

const trueWords = ['true', 'yes'];
const falseWords = ['false', 'no'];

/** The outputs of a question to which there is yes or no, numbered from 0. */
export function trueOrFalse(
  yes: { readonly label: string; readonly synonyms?: readonly string[] },
  no: { readonly label: string; readonly synonyms?: readonly string[] },
): readonly Handle[] {
  return branches([
    { id: 'source-0', label: yes.label, synonyms: [...trueWords, ...(yes.synonyms ?? [])] },
    { id: 'source-1', label: no.label, synonyms: [...falseWords, ...(no.synonyms ?? [])] },
  ]);
}
