import { isJsonObject, type Json, type JsonObject } from '../values/json.ts';
import { FlowError } from './flow-error.ts';
import type { FlowGraph, FlowNode } from './graph.ts';
import { normalForm } from './normal-form.ts';
import type { FlowOperation } from './operation.ts';
import { parseEdge } from './parse-edge.ts';
import { checkLimits } from './parse-graph.ts';
import { normalData, parseNode } from './parse-node.ts';

/**
 * Applies edits in order, all or none. The graph itself is left as it is.
 *
 * @throws FlowError with a pointer that begins with the index of the operation: `/2/edge/source`.
 */
export function applyOperations(graph: FlowGraph, operations: readonly FlowOperation[]): FlowGraph {
  const edited = operations.reduce((current, operation, index) => apply(current, operation, `/${index}`), graph);
  const result = normalForm(edited);
  checkLimits(result);
  return result;
}

function apply(graph: FlowGraph, operation: FlowOperation, pointer: string): FlowGraph {
  switch (operation.op) {
    case 'add_node':
      return addNode(graph, operation.node, pointer);
    case 'update_node':
      return updateNode(graph, operation, pointer);
    case 'delete_node':
      return deleteNode(graph, operation.nodeId, pointer);
    case 'connect':
      return connect(graph, operation.edge, pointer);
    case 'disconnect':
      return disconnect(graph, operation.edgeId, pointer);
  }
}

function addNode(graph: FlowGraph, input: JsonObject, pointer: string): FlowGraph {
  const node = parseNode(input, graph.nodes.length, `${pointer}/node`);
  if (graph.nodes.some(({ id }) => id === node.id)) {
    throw new FlowError('node_exists', `There is a node "${node.id}" already.`, `${pointer}/node/id`);
  }
  return { ...graph, nodes: [...graph.nodes, node] };
}

function updateNode(
  graph: FlowGraph,
  { nodeId, data, position }: Extract<FlowOperation, { op: 'update_node' }>,
  pointer: string,
): FlowGraph {
  const node = nodeOf(graph, nodeId, `${pointer}/nodeId`);
  const merged = data === undefined ? node.data : mergePatch(node.data, data);
  const type = typeof data?.['type'] === 'string' ? data['type'] : node.type;
  const updated: FlowNode = { ...node, type, data: normalData(type, merged), position: position ?? node.position };
  return { ...graph, nodes: graph.nodes.map(other => (other === node ? updated : other)) };
}

function deleteNode(graph: FlowGraph, nodeId: string, pointer: string): FlowGraph {
  nodeOf(graph, nodeId, `${pointer}/nodeId`);
  return {
    nodes: graph.nodes.filter(({ id }) => id !== nodeId),
    edges: graph.edges.filter(({ source, target }) => source !== nodeId && target !== nodeId),
  };
}

function connect(graph: FlowGraph, input: JsonObject, pointer: string): FlowGraph {
  const edge = parseEdge(input, `${pointer}/edge`, new Set(graph.edges.map(({ id }) => id)));
  nodeOf(graph, edge.source, `${pointer}/edge/source`);
  nodeOf(graph, edge.target, `${pointer}/edge/target`);
  if (graph.edges.some(({ id }) => id === edge.id)) {
    throw new FlowError('edge_exists', `There is an edge "${edge.id}" already.`, `${pointer}/edge/id`);
  }
  return { ...graph, edges: [...graph.edges, edge] };
}

function disconnect(graph: FlowGraph, edgeId: string, pointer: string): FlowGraph {
  if (!graph.edges.some(({ id }) => id === edgeId)) {
    throw new FlowError('edge_missing', `There is no edge "${edgeId}".`, `${pointer}/edgeId`);
  }
  return { ...graph, edges: graph.edges.filter(({ id }) => id !== edgeId) };
}

function nodeOf(graph: FlowGraph, nodeId: string, pointer: string): FlowNode {
  const node = graph.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) throw new FlowError('node_missing', `There is no node "${nodeId}".`, pointer);
  return node;
}

/** RFC 7396. */
function mergePatch(target: Json | undefined, patch: JsonObject): JsonObject {
  const merged: Record<string, Json> = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else if (key !== '__proto__') merged[key] = isJsonObject(value) ? mergePatch(merged[key], value) : value;
  }
  return merged;
}
