import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** NO_HUMAN_EXIT */
export const humanExit: Rule = ({ nodes, reachable }) => {
  const visited = nodes.filter(node => reachable.has(node));
  const ai = visited.find(({ node }) => node.type === 'gpt-node');
  if (ai === undefined || visited.some(({ node }) => node.type === 'human-handover-node')) return [];
  const message = `An AI answers at "${ai.id}", and no path leads to a person. Add a human-handover-node.`;
  return [atNode(ai, 'NO_HUMAN_EXIT', message)];
};
