import type { AnalyzedNode } from '../analysis.ts';
import { components } from '../components.ts';
import { atNode, nodePointer } from '../place.ts';
import type { Rule } from '../rule.ts';

/** CYCLE_WITHOUT_WAIT */
export const cycleWithoutWait: Rule = ({ nodes }) => {
  const passing = new Set(nodes.filter(({ waits }) => !waits));
  const next = (node: AnalyzedNode) => node.ways.map(({ to }) => to).filter(to => passing.has(to));
  return components([...passing], next)
    .filter(([first, second]) => first !== undefined && (second !== undefined || next(first).includes(first)))
    .map(members => members.sort((a, b) => a.index - b.index))
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const names = [first, ...others].slice(0, 8).map(({ id }) => `"${id}"`);
      const message = `${names.join(', ')} lead round in a circle without a question. Put a question or a delay of 5 seconds into it, or lead an edge elsewhere.`;
      return [atNode(first, 'CYCLE_WITHOUT_WAIT', message, { related: others.map(nodePointer) })];
    });
};
