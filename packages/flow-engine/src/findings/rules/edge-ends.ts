import { removal } from '../edge-edit.ts';
import { atEdge } from '../place.ts';
import type { Rule } from '../rule.ts';

const ends = [
  ['source', 'EDGE_SOURCE_MISSING'],
  ['target', 'EDGE_TARGET_MISSING'],
] as const;

/** EDGE_SOURCE_MISSING, EDGE_TARGET_MISSING */
export const edgeEnds: Rule = flow =>
  flow.edges.flatMap(edge =>
    ends
      .filter(([end]) => edge[end] === undefined)
      .map(([end, code]) => {
        const message = `There is no node "${edge.edge[end]}". Remove the edge or add the node.`;
        return atEdge(edge, code, message, { pointer: `/${end}`, fix: removal(flow, edge) });
      }),
  );
