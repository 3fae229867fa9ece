import type { AnalyzedNode } from '../analysis.ts';
import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** MISSING_REQUIRED_HANDLE */
export const requiredHandles: Rule = ({ nodes }) =>
  nodes.flatMap(node => {
    const open = openOutputs(node);
    if (open.length === 0) return [];
    const list = open.slice(0, 10).join(', ');
    const message = `These outputs of "${node.id}" lead nowhere: ${list}. Connect each, or connect the default output for all others.`;
    return [atNode(node, 'MISSING_REQUIRED_HANDLE', message)];
  });

/** A question may end a flow, and then needs no output at all; a decision is made for its outputs. */
function openOutputs({ type, handles, out }: AnalyzedNode): string[] {
  const outputs = handles.filter(({ id }) => id !== null);
  const isDecision = type?.group === 'logic' && outputs.length > 1;
  const isQuestion = (type?.group === 'choice' || type?.group === 'legacy') && out.length > 0;
  const connected = new Set(out.map(({ edge }) => edge.sourceHandle ?? null));
  if ((!isDecision && !isQuestion) || connected.has(null)) return [];
  return outputs.filter(({ id }) => !connected.has(id)).map(({ id, label }) => `${id} (${label})`);
}
