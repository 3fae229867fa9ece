import type { FlowEdge, FlowGraph, JsonObject } from '@conferbot/flow-engine';
import { operate } from './edit-draft.ts';

interface Connected {
  readonly graph: FlowGraph;
  readonly edge: FlowEdge;
}

/** Draws an edge. One that is there already is taken as it is, so that a repeated call changes nothing. */
export function connectNodes(graph: FlowGraph, { id, ...ends }: JsonObject): Connected {
  const drawn = draw(graph, ends);
  const wantsOwnId = typeof id === 'string' && id !== '';
  const twin = graph.edges.find(edge => isSameWay(edge, drawn.edge) && (!wantsOwnId || edge.id === id));
  if (twin !== undefined) return { graph, edge: twin };
  return id === undefined ? drawn : draw(graph, { ...ends, id });
}

function draw(graph: FlowGraph, edge: JsonObject): Connected {
  const connected = operate(graph, { op: 'connect', edge });
  const added = connected.edges.at(-1);
  if (added === undefined) throw new Error('The edge that was just drawn is gone.');
  return { graph: connected, edge: added };
}

function isSameWay(a: FlowEdge, b: FlowEdge): boolean {
  return a.source === b.source && a.sourceHandle === b.sourceHandle && a.target === b.target;
}
