import type { Handle } from '../catalogue/node-type.ts';

const defaultSpellings = new Set(['', 'default', 'out', 'source', 'output', 'next']);

/**
 * The normal form of an edge's `sourceHandle` at a node with these outputs: `null` for the default output,
 * `undefined` for one that the node does not have.
 */
export function findHandle(handles: readonly Handle[], written: string | null | undefined): string | null | undefined {
  const spelling = (written ?? '').trim();
  const exact = handles.find(handle => handle.id === spelling);
  if (exact !== undefined) return exact.id;
  const wanted = spelling.toLowerCase();
  const named = handles.find(handle => spellings(handle).has(wanted));
  if (named !== undefined) return named.id;
  return defaultSpellings.has(wanted) ? null : undefined;
}

function spellings({ id, synonyms = [] }: Handle): Set<string> {
  if (id === null) return defaultSpellings;
  const key = id.replace(/^source-/, '');
  const words = [key, ...synonyms].map(word => word.toLowerCase());
  return new Set([...words, ...words.map(word => `source-${word}`)]);
}
