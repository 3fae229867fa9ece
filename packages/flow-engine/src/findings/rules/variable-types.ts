import type { AnalyzedNode } from '../analysis.ts';
import type { Finding } from '../finding.ts';
import { atNode, nodePointer } from '../place.ts';
import type { Rule } from '../rule.ts';

/** VARIABLE_TYPE_CONFLICT */
export const variableTypes: Rule = ({ nodes, reachable }) => {
  const first = new Map<string, { readonly node: AnalyzedNode; readonly type: string }>();
  return nodes.flatMap(node =>
    node.writes.flatMap(({ name, type, pointer }): Finding[] => {
      if (!reachable.has(node) || type === 'any') return [];
      const other = first.get(name);
      if (other === undefined) first.set(name, { node, type });
      if (other === undefined || other.type === type) return [];
      const message = `"${node.id}" keeps a ${type} as "${name}", "${other.node.id}" a ${other.type}. Give one of them another name.`;
      return [atNode(node, 'VARIABLE_TYPE_CONFLICT', message, { pointer, related: [nodePointer(other.node)] })];
    }),
  );
};
