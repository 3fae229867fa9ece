import { findHandle } from '../../graph/handles.ts';
import type { AnalyzedEdge, AnalyzedNode, FlowAnalysis } from '../analysis.ts';
import { replacement } from '../edge-edit.ts';
import type { Finding, Fix } from '../finding.ts';
import { atEdge } from '../place.ts';
import type { Rule } from '../rule.ts';

/** UNKNOWN_HANDLE */
export const unknownHandles: Rule = flow =>
  flow.nodes.flatMap(node => {
    if (!node.isReadable) return [];
    const strays = node.out.filter(({ edge }) => findHandle(node.handles, edge.sourceHandle) === undefined);
    return strays.map((stray): Finding => {
      const outputs = node.handles.map(({ id, label }) => (id === null ? 'the default output' : `${id} (${label})`));
      const message = `"${node.id}" has no output "${stray.edge.sourceHandle}". It has ${outputs.slice(0, 10).join(', ') || 'none'}.`;
      return atEdge(stray, 'UNKNOWN_HANDLE', message, {
        pointer: '/sourceHandle',
        fix: handleFix(flow, node, stray, strays),
      });
    });
  });

function handleFix(
  flow: FlowAnalysis,
  node: AnalyzedNode,
  stray: AnalyzedEdge,
  strays: readonly AnalyzedEdge[],
): Fix | undefined {
  const meant = meantOutput(node, stray, strays);
  const taken = node.out.some(({ edge }) => (edge.sourceHandle ?? null) === meant);
  if (meant === undefined || taken) return undefined;
  return replacement(flow, stray, { sourceHandle: meant }, `Start the edge at ${meant ?? 'the default output'}`);
}

/** The single output of a node, or the one whose label or place in the list was written instead of its id. */
function meantOutput(
  { handles }: AnalyzedNode,
  stray: AnalyzedEdge,
  strays: readonly AnalyzedEdge[],
): string | null | undefined {
  const outputs = handles.filter(({ id }) => id !== null);
  if (outputs.length === 0) return handles.length === 0 ? undefined : null;
  const written = keyOf(stray);
  const labelled = outputs.filter(({ label }) => label.trim().toLowerCase() === written);
  if (labelled.length > 0) return labelled.length === 1 ? labelled[0]?.id : undefined;
  if (!/^\d{1,3}$/.test(written)) return undefined;
  const keys = new Set(strays.map(keyOf));
  const countsFromOne = keys.has(String(outputs.length)) && !keys.has('0');
  return outputs[Number(written) - (countsFromOne ? 1 : 0)]?.id;
}

const keyOf = ({ edge }: AnalyzedEdge) =>
  (edge.sourceHandle ?? '')
    .trim()
    .toLowerCase()
    .replace(/^source-/, '');
