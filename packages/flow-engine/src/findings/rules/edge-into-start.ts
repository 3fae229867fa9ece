import type { AnalyzedEdge, AnalyzedNode, FlowAnalysis } from '../analysis.ts';
import { patchTo, withValues } from '../data-edit.ts';
import { removal, replacement } from '../edge-edit.ts';
import type { Finding, Fix } from '../finding.ts';
import { atEdge, atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** EDGE_INTO_START */
export const edgeIntoStart: Rule = flow => {
  const { start } = flow;
  if (start?.node.type !== 'welcome-node') return [];
  const message = `It leads back into the welcome-node "${start.id}", which greets again. Lead it to the node after it.`;
  const edges = flow.edges
    .filter(({ source, target }) => source !== undefined && target === start)
    .map(edge => atEdge(edge, 'EDGE_INTO_START', message, { pointer: '/target', fix: edgeFix(flow, edge, start) }));
  const jumps = flow.nodes.flatMap(node =>
    node.targets
      .filter(({ nodeId }) => nodeId === start.id)
      .map(({ pointer }): Finding => {
        const fix = jumpFix(node, pointer, nextOf(start));
        return atNode(node, 'EDGE_INTO_START', message, { pointer, fix });
      }),
  );
  return [...jumps, ...edges];
};

function edgeFix(flow: FlowAnalysis, edge: AnalyzedEdge, start: AnalyzedNode): Fix | undefined {
  if (edge.source === start) return removal(flow, edge);
  const next = nextOf(start);
  return next && replacement(flow, edge, { target: next.id }, `Lead the edge to "${next.id}"`);
}

function jumpFix({ id, node }: AnalyzedNode, pointer: string, next: AnalyzedNode | undefined): Fix | undefined {
  if (next === undefined || next.id === id) return undefined;
  const data = patchTo(node.data, withValues(node.data, [[pointer, next.id]]));
  return { title: `Jump to "${next.id}"`, operations: [{ op: 'update_node', nodeId: id, data }] };
}

/** The node after the start, where there is one only. */
function nextOf(start: AnalyzedNode): AnalyzedNode | undefined {
  const [next, ...others] = start.ways.filter(({ to }) => to !== start);
  return others.length === 0 ? next?.to : undefined;
}
