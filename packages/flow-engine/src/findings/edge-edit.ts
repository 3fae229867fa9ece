import type { FlowOperation } from '../graph/operation.ts';
import type { JsonObject } from '../values/json.ts';
import type { AnalyzedEdge, FlowAnalysis } from './analysis.ts';
import type { Fix } from './finding.ts';

/** Operations name edges by their id, which works only where it is the only one. */
function isOnlyEdge({ uniqueEdgeIds }: FlowAnalysis, { edge }: AnalyzedEdge): boolean {
  return uniqueEdgeIds.has(edge.id);
}

export function removal(flow: FlowAnalysis, edge: AnalyzedEdge, title = 'Remove the edge'): Fix | undefined {
  return isOnlyEdge(flow, edge) ? { title, operations: [{ op: 'disconnect', edgeId: edge.edge.id }] } : undefined;
}

/** Puts another edge with the same id in place of an edge; null removes a field. */
export function replacement(
  flow: FlowAnalysis,
  edge: AnalyzedEdge,
  changes: { readonly target?: string; readonly sourceHandle?: string | null },
  title: string,
): Fix | undefined {
  if (!isOnlyEdge(flow, edge)) return undefined;
  const operations: FlowOperation[] = [
    { op: 'disconnect', edgeId: edge.edge.id },
    { op: 'connect', edge: edgeJson({ ...edge.edge, ...changes }) },
  ];
  return { title, operations };
}

export function edgeJson(edge: object): JsonObject {
  const entries = Object.entries(edge).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as JsonObject;
}
