import { nodeTypes } from '../catalogue/catalogue.ts';
import type { NodeType } from '../catalogue/node-type.ts';
import { parseTemplate, type Template, type TextFormat } from '../text/template.ts';
import type { FlowEdge, FlowGraph, FlowNode } from './graph.ts';

/** A graph made ready to run: looked up by id, data read, texts parsed. Made once per version, shared by its sessions. */
export interface FlowVersion {
  readonly graph: FlowGraph;
  /** Undefined in an empty graph. */
  readonly startId: string | undefined;
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  /** Names that some node writes. */
  readonly writtenNames: ReadonlySet<string>;
  /** The parsed form of an author's text, kept from its first use. */
  template(text: string, format: TextFormat): Template;
}

export interface CompiledNode {
  readonly id: string;
  readonly typeName: string;
  /** Undefined when the type is unknown or its data cannot be read: the engine passes such a node by. */
  readonly type: NodeType | undefined;
  /** Data as the schema of the type returns it, defaults filled in. */
  readonly data: unknown;
  /** The edge of each output that is connected; null is the default output. */
  readonly edges: ReadonlyMap<string | null, FlowEdge>;
}

/** Takes any graph that `parseGraph` returns, also one with findings. */
export function compile(graph: FlowGraph): FlowVersion {
  const edges = edgesBySource(graph);
  const nodes = new Map<string, CompiledNode>();
  for (const node of graph.nodes) {
    if (!nodes.has(node.id)) nodes.set(node.id, compileNode(node, edges.get(node.id) ?? new Map()));
  }
  return { graph, startId: startOf(graph)?.id, nodes, writtenNames: writtenNames(nodes), template: templateCache() };
}

/** The first welcome-node; without one, the first node. */
export function startOf({ nodes }: FlowGraph): FlowNode | undefined {
  return nodes.find(({ type }) => type === 'welcome-node') ?? nodes[0];
}

function compileNode(node: FlowNode, edges: ReadonlyMap<string | null, FlowEdge>): CompiledNode {
  const type = nodeTypes.get(node.type);
  const data = type?.data.safeParse(node.data);
  return {
    id: node.id,
    typeName: node.type,
    type: data?.success ? type : undefined,
    data: data?.success ? data.data : undefined,
    edges,
  };
}

function edgesBySource({ edges }: FlowGraph): Map<string, Map<string | null, FlowEdge>> {
  const bySource = new Map<string, Map<string | null, FlowEdge>>();
  for (const edge of edges) {
    const outputs = bySource.get(edge.source) ?? new Map<string | null, FlowEdge>();
    bySource.set(edge.source, outputs);
    const handle = edge.sourceHandle ?? null;
    if (!outputs.has(handle)) outputs.set(handle, edge);
  }
  return bySource;
}

function writtenNames(nodes: ReadonlyMap<string, CompiledNode>): Set<string> {
  const names = new Set<string>();
  for (const { id, type, data } of nodes.values()) {
    for (const { name } of type?.writes?.(data, id) ?? []) names.add(name);
  }
  return names;
}

/** Bounded by the texts of the graph: nothing that a visitor wrote is parsed. */
function templateCache(): FlowVersion['template'] {
  const caches = new Map<TextFormat, Map<string, Template>>();
  return (text, format) => {
    let cache = caches.get(format);
    if (cache === undefined) {
      cache = new Map();
      caches.set(format, cache);
    }
    let template = cache.get(text);
    if (template === undefined) {
      template = parseTemplate(text, format);
      cache.set(text, template);
    }
    return template;
  };
}
