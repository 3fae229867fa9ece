import type { FlowVersion } from '../graph/compile.ts';
import type { CoverageLog } from './coverage.ts';
import { outputsOf } from './coverage.ts';

/** How many nodes there are from each node to the nearest one with an output that nobody has taken yet. */
export function uncoveredWays(version: FlowVersion, coverage: CoverageLog): ReadonlyMap<string, number> {
  const before = sourcesByTarget(version);
  const distances = new Map<string, number>();
  for (const nodeId of version.nodes.keys()) {
    if (outputsOf(version, nodeId).some(({ handle }) => !coverage.hasHandle(nodeId, handle))) distances.set(nodeId, 0);
  }
  for (const [nodeId, distance] of distances) {
    for (const source of before.get(nodeId) ?? []) if (!distances.has(source)) distances.set(source, distance + 1);
  }
  return distances;
}

function sourcesByTarget({ nodes }: FlowVersion): Map<string, string[]> {
  const before = new Map<string, string[]>();
  const lead = (source: string, target: string) => before.set(target, [...(before.get(target) ?? []), source]);
  for (const { id, type, data, edges } of nodes.values()) {
    for (const { target } of edges.values()) lead(id, target);
    for (const { nodeId } of type?.targets?.(data) ?? []) lead(id, nodeId);
  }
  return before;
}
