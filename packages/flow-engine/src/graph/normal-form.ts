import { handlesOf } from '../catalogue/handles-of.ts';
import type { FlowEdge, FlowGraph, FlowNode } from './graph.ts';
import { findHandle } from './handles.ts';

/** Writes the outputs of edges in their normal form; what a node does not have stays as it was written. */
export function normalForm(graph: FlowGraph): FlowGraph {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  return { nodes: graph.nodes, edges: graph.edges.map(edge => normalEdge(edge, nodes.get(edge.source))) };
}

function normalEdge(edge: FlowEdge, source: FlowNode | undefined): FlowEdge {
  const handles = source && handlesOf(source);
  if (handles === undefined) return edge;
  const handle = findHandle(handles, edge.sourceHandle);
  if (handle === undefined || handle === (edge.sourceHandle ?? null)) return edge;
  const { sourceHandle: _written, ...rest } = edge;
  return handle === null ? (rest as FlowEdge) : ({ ...rest, sourceHandle: handle } as FlowEdge);
}
