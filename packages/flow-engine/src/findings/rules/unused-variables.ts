import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';
import { testedName, variableReads } from '../variable-reads.ts';

const computing: ReadonlySet<string> = new Set(['variable-node', 'math-operation-node']);

/** VARIABLE_UNUSED: answers are kept for the author, computed values are there to be read. */
export const unusedVariables: Rule = ({ nodes, reachable }) => {
  const read = new Set(nodes.flatMap(node => [...variableReads(node).map(({ name }) => name), testedName(node)?.name]));
  return [...reachable].flatMap(node =>
    node.writes
      .filter(({ name, answer }) => (!answer || computing.has(node.node.type)) && !read.has(name))
      .map(({ name, pointer }) => {
        const message = `Nothing reads "${name}", which "${node.id}" sets. Use it as {{${name}}}, or remove the node.`;
        return atNode(node, 'VARIABLE_UNUSED', message, { pointer });
      }),
  );
};
