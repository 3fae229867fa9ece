import { FlowError } from './flow-error.ts';
import { graphLimits } from './limits.ts';

/** Ids are the author's own strings, but for what objects would take for their prototype. */
export function checkId(id: unknown, pointer: string, noun: 'node' | 'edge'): string {
  if (typeof id !== 'string' || id === '' || id.length > graphLimits.idLength || id === '__proto__') {
    throw new FlowError(
      'malformed',
      `The id of ${noun === 'node' ? 'a node' : 'an edge'} is a text of 1 to ${graphLimits.idLength} characters.`,
      pointer,
    );
  }
  return id;
}
