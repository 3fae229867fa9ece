import type { JsonObject } from '../../values/json.ts';
import type { AnalyzedNode, FlowAnalysis } from '../analysis.ts';
import type { Fix } from '../finding.ts';
import { atGraph, atNode, nodePointer } from '../place.ts';
import type { Rule } from '../rule.ts';

/** NO_START, MULTIPLE_START */
export const start: Rule = flow => {
  const [first, ...others] = flow.nodes.filter(({ node }) => node.type === 'welcome-node');
  if (first === undefined) {
    return [atGraph('NO_START', 'There is no welcome-node. Add one and connect it to the first node.', startFix(flow))];
  }
  return others.map(other =>
    atNode(
      other,
      'MULTIPLE_START',
      `A conversation starts at "${first.id}"; "${other.id}" is a second welcome-node. Make it a message-node.`,
      { related: [nodePointer(first)], fix: messageFix(flow, other) },
    ),
  );
};

function startFix({ nodes, byId }: FlowAnalysis): Fix | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  let id = 'welcome';
  for (let n = 2; byId.has(id); n++) id = `welcome-${n}`;
  const { x, y } = first.node.position;
  return {
    title: `Add a welcome-node before "${first.id}"`,
    operations: [
      { op: 'add_node', node: { id, type: 'welcome-node', data: { text: '' }, position: { x, y: y - 140 } } },
      { op: 'connect', edge: { source: id, target: first.id } },
    ],
  };
}

/** A picture of the greeting would be lost. */
function messageFix({ byId }: FlowAnalysis, { id, node, ...analyzed }: AnalyzedNode): Fix | undefined {
  const { text, image } = node.data;
  if (byId.get(id)?.index !== analyzed.index || (typeof image === 'string' && image.trim() !== '')) return undefined;
  const data: JsonObject = { type: 'message-node', text: typeof text === 'string' ? text : '' };
  return { title: `Make "${id}" a message-node`, operations: [{ op: 'update_node', nodeId: id, data }] };
}
