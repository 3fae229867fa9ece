import { isJsonObject, type Json, type JsonObject } from '../values/json.ts';
import { FlowError } from './flow-error.ts';
import type { FlowEdge, FlowGraph, FlowNode } from './graph.ts';
import { graphLimits } from './limits.ts';
import { normalForm } from './normal-form.ts';
import { parseEdge } from './parse-edge.ts';
import { parseNode } from './parse-node.ts';

/**
 * Reads a graph as clients and the live system write it: `{nodes, edges}`, `{elements: [{nodes, edges}]}`, or that
 * list alone. The result is in normal form: type in both places, aliases of fields and handles resolved, ids of
 * edges filled in. What is wrong with its content is for `validate` to say.
 *
 * @throws FlowError `malformed`, `limit_exceeded`
 */
export function parseGraph(input: unknown): FlowGraph {
  const { value, pointer } = unwrapped(input);
  if (!isJsonObject(value) || !Array.isArray(value['nodes'])) {
    throw new FlowError('malformed', 'A flow is an object with "nodes" and "edges", both lists.', pointer);
  }
  const edges = value['edges'] ?? [];
  if (!Array.isArray(edges)) throw new FlowError('malformed', '"edges" is a list.', `${pointer}/edges`);
  checkCounts(value['nodes'].length, edges.length, pointer);
  checkJson(value, pointer);
  const nodes = value['nodes'].map((node: unknown, index) => parseNode(node, index, `${pointer}/nodes/${index}`));
  const ids = new Set(
    edges.flatMap((edge: unknown) => (isJsonObject(edge) && typeof edge['id'] === 'string' ? edge['id'] : [])),
  );
  return normalForm({
    nodes,
    edges: edges.map((edge: unknown, index) => parseEdge(edge, `${pointer}/edges/${index}`, ids)),
  });
}

/** @throws FlowError `limit_exceeded` when edits made the graph larger than it may be. */
export function checkLimits({
  nodes,
  edges,
}: {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}): void {
  checkCounts(nodes.length, edges.length, '');
  const bytes = new TextEncoder().encode(JSON.stringify({ nodes, edges })).length;
  if (bytes > graphLimits.bytes) throw tooLarge(bytes);
}

function unwrapped(input: unknown): { value: unknown; pointer: string } {
  const list = isJsonObject(input) && Array.isArray(input['elements']) ? input['elements'] : input;
  const prefix = list === input ? '' : '/elements';
  if (!Array.isArray(list)) return { value: input, pointer: '' };
  if (list.length !== 1) {
    throw new FlowError('malformed', `"elements" holds one graph, not ${list.length}.`, prefix);
  }
  return { value: list[0], pointer: `${prefix}/0` };
}

function checkCounts(nodes: number, edges: number, pointer: string): void {
  if (nodes > graphLimits.nodes) {
    throw new FlowError(
      'limit_exceeded',
      `A flow has at most ${graphLimits.nodes} nodes, not ${nodes}.`,
      `${pointer}/nodes`,
    );
  }
  if (edges > graphLimits.edges) {
    throw new FlowError(
      'limit_exceeded',
      `A flow has at most ${graphLimits.edges} edges, not ${edges}.`,
      `${pointer}/edges`,
    );
  }
}

/** Bounded before anything walks it. */
function checkJson(value: JsonObject, pointer: string): void {
  const deepest = graphLimits.depth + 4;
  if (isDeeperThan(value, deepest)) {
    throw new FlowError('limit_exceeded', `Data of a node is nested at most ${graphLimits.depth} deep.`, pointer);
  }
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  if (bytes > graphLimits.bytes) throw tooLarge(bytes);
}

function tooLarge(bytes: number): FlowError {
  return new FlowError('limit_exceeded', `A flow is at most ${graphLimits.bytes} bytes of JSON, not ${bytes}.`);
}

function isDeeperThan(value: Json | undefined, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  return Object.values(value).some(item => isDeeperThan(item as Json, depth - 1));
}
