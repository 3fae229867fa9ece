import { type FlowGraph, parseGraph } from '@conferbot/flow-engine';
import { sampleFlow } from './sample-flow.ts';

const nodeCount = 500;

/** 500 nodes with their edges: the sample flow again and again, each copy leading into the next, then messages. */
export function largeFlow(): FlowGraph {
  const [start, ...others] = sampleFlow.nodes;
  const copies = Array.from({ length: Math.floor((nodeCount - 1) / others.length) }, (_, copy) => copy);
  const nodes = copies.flatMap(copy => others.map(node => ({ ...node, id: `${node.id}-${copy}` })));
  const edges = copies.flatMap(copy =>
    sampleFlow.edges.map(({ id: _id, ...edge }) => {
      const before = copy === 0 ? edge.source : `bye-${copy - 1}`;
      return {
        ...edge,
        source: edge.source === 'start' ? before : `${edge.source}-${copy}`,
        target: `${edge.target}-${copy}`,
      };
    }),
  );
  const tail = Array.from({ length: nodeCount - 1 - nodes.length }, (_, index) => `end-${index}`);
  const data = { text: 'One more thing.' };
  return parseGraph({
    nodes: [start, ...nodes, ...tail.map(id => ({ id, type: 'message-node', data }))],
    edges: [
      ...edges,
      ...tail.map((target, index) => ({ source: tail[index - 1] ?? `bye-${copies.length - 1}`, target })),
    ],
  });
}
