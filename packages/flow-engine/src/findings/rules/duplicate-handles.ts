import { findHandle } from '../../graph/handles.ts';
import type { AnalyzedEdge } from '../analysis.ts';
import { removal } from '../edge-edit.ts';
import type { Finding } from '../finding.ts';
import { atEdge } from '../place.ts';
import type { Rule } from '../rule.ts';

/** DUPLICATE_HANDLE */
export const duplicateHandles: Rule = flow =>
  flow.nodes.flatMap(node => {
    if (node.type !== undefined && !node.isReadable) return [];
    const first = new Map<string | null, AnalyzedEdge>();
    return node.out.flatMap((edge): Finding[] => {
      const handle = edge.edge.sourceHandle ?? null;
      const other = first.get(handle);
      first.set(handle, other ?? edge);
      if (other === undefined || (node.isReadable && findHandle(node.handles, handle) === undefined)) return [];
      const message = `Edge "${other.edge.id}" starts at the same output of "${node.id}" and is the one that is followed. Remove one.`;
      const fix = removal(flow, edge, `Remove the edge "${edge.edge.id}", which is never followed`);
      return [atEdge(edge, 'DUPLICATE_HANDLE', message, { related: [`/edges/${other.index}`], fix })];
    });
  });
