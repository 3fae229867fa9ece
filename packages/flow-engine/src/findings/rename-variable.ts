import type { FlowOperation } from '../graph/operation.ts';
import { parseTemplate } from '../text/template.ts';
import type { Json } from '../values/json.ts';
import type { AnalyzedNode } from './analysis.ts';
import { patchTo, valueAt, withValues } from './data-edit.ts';

/** A text in which placeholders read another variable; the same text where none can be found as it is written. */
function renamedText(text: string, from: string, to: string): string {
  return parseTemplate(text, 'plain')
    .parts.map(part => {
      if (typeof part === 'string') return part;
      const path = part.path.join('.');
      if (path !== from && !path.startsWith(`${from}.`)) return part.source;
      return part.source.replace(from, () => to);
    })
    .join('');
}

/** The edit after which placeholders in one text of a node read another variable. */
export function renameInText(
  { node }: AnalyzedNode,
  pointer: string,
  from: string,
  to: string,
): FlowOperation | undefined {
  const text = valueAt(node.data, pointer);
  if (typeof text !== 'string') return undefined;
  const renamed = renamedText(text, from, to);
  if (renamed === text) return undefined;
  return { op: 'update_node', nodeId: node.id, data: patchTo(node.data, withValues(node.data, [[pointer, renamed]])) };
}

/** Edits after which a variable has another name wherever it is written, and, if asked for, wherever it is read. */
export function renameEverywhere(
  nodes: readonly AnalyzedNode[],
  from: string,
  to: string,
  { alsoReads }: { readonly alsoReads: boolean },
): FlowOperation[] {
  return nodes.flatMap(analyzed => {
    const { node } = analyzed;
    const edits = [...nameEdits(analyzed, from, to), ...(alsoReads ? readEdits(analyzed, from, to) : [])];
    if (edits.length === 0) return [];
    return [{ op: 'update_node', nodeId: node.id, data: patchTo(node.data, withValues(node.data, edits)) }];
  });
}

type Edit = readonly [pointer: string, value: Json];

function nameEdits({ writes }: AnalyzedNode, from: string, to: string): Edit[] {
  return writes.flatMap(({ name, pointer }) => (name === from && pointer !== undefined ? [[pointer, to]] : []));
}

function readEdits({ node, texts, reads }: AnalyzedNode, from: string, to: string): Edit[] {
  return texts.flatMap(({ pointer }): Edit[] => {
    const text = valueAt(node.data, pointer);
    if (typeof text !== 'string') return [];
    const renamed = text.trim() === from && reads.includes(from) ? to : renamedText(text, from, to);
    return renamed === text ? [] : [[pointer, renamed]];
  });
}
