import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** UNREACHABLE_NODE */
export const unreachable: Rule = ({ nodes, byId, reachable, start }) =>
  nodes
    .filter(node => !reachable.has(node) && byId.get(node.id) === node)
    .map(node => {
      const message = `No path leads from "${start?.id}" to "${node.id}". Connect it, or remove it.`;
      return atNode(node, 'UNREACHABLE_NODE', message);
    });
