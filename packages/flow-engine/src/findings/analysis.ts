import { nodeTypes } from '../catalogue/catalogue.ts';
import type { Handle, NodeType, TextField, VariableWrite } from '../catalogue/node-type.ts';
import { startOf } from '../graph/compile.ts';
import type { FlowEdge, FlowGraph, FlowNode } from '../graph/graph.ts';
import { parseTemplate, type Template } from '../text/template.ts';

/** What the rules look at: a graph with its nodes read and connected. */
export interface FlowAnalysis {
  readonly graph: FlowGraph;
  /** In the order of the graph, also those whose id another one has. */
  readonly nodes: readonly AnalyzedNode[];
  /** The first one of each id. */
  readonly byId: ReadonlyMap<string, AnalyzedNode>;
  readonly edges: readonly AnalyzedEdge[];
  /** Ids that one edge has alone. */
  readonly uniqueEdgeIds: ReadonlySet<string>;
  readonly start: AnalyzedNode | undefined;
  readonly reachable: ReadonlySet<AnalyzedNode>;
  readonly writtenNames: ReadonlySet<string>;
}

export interface AnalyzedNode {
  readonly id: string;
  readonly index: number;
  readonly node: FlowNode;
  /** Undefined where the type is unknown. */
  readonly type: NodeType | undefined;
  /** Undefined where the type is unknown or cannot read the data; then the lists below are empty. */
  readonly data: unknown;
  readonly isReadable: boolean;
  readonly issues: readonly DataIssue[];
  readonly handles: readonly Handle[];
  readonly texts: readonly AnalyzedText[];
  readonly writes: readonly VariableWrite[];
  readonly reads: readonly string[];
  readonly targets: readonly { readonly pointer: string; readonly nodeId: string }[];
  readonly waits: boolean;
  /** Whether it asks the visitor something. */
  readonly asks: boolean;
  readonly out: AnalyzedEdge[];
  readonly ways: Way[];
}

export interface DataIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export interface AnalyzedText extends TextField {
  readonly template: Template;
}

export interface AnalyzedEdge {
  readonly index: number;
  readonly edge: FlowEdge;
  readonly source: AnalyzedNode | undefined;
  readonly target: AnalyzedNode | undefined;
}

/** From a node to another one, by an edge or by a jump. */
export interface Way {
  readonly to: AnalyzedNode;
  readonly edge?: AnalyzedEdge;
}

const asking: ReadonlySet<string> = new Set(['ask', 'choice', 'legacy']);

export function analyze(graph: FlowGraph): FlowAnalysis {
  const nodes = graph.nodes.map(readNode);
  const byId = new Map<string, AnalyzedNode>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const edges = graph.edges.map((edge, index) => ({
    index,
    edge,
    source: byId.get(edge.source),
    target: byId.get(edge.target),
  }));
  connect(nodes, byId, edges);
  const first = startOf(graph);
  const start = first && byId.get(first.id);
  const writtenNames = new Set(nodes.flatMap(({ writes }) => writes.map(({ name }) => name)));
  const uniqueEdgeIds = uniqueIds(edges);
  return { graph, nodes, byId, edges, uniqueEdgeIds, start, reachable: reachableFrom(start), writtenNames };
}

function readNode(node: FlowNode, index: number): AnalyzedNode {
  const type = nodeTypes.get(node.type);
  const read = type?.data.safeParse(node.data);
  const common = { id: node.id, index, node, type, out: [], ways: [], asks: asking.has(type?.group ?? '') };
  if (type === undefined || !read?.success) {
    const issues = read?.error?.issues ?? [];
    const unread = { handles: [], texts: [], writes: [], reads: [], targets: [] };
    return { ...common, ...unread, data: undefined, isReadable: false, issues, waits: false };
  }
  const { data } = read;
  return {
    ...common,
    data,
    isReadable: true,
    issues: [],
    handles: type.handles(data),
    texts: (type.texts?.(data) ?? []).map(text => ({ ...text, template: templateOf(text) })),
    writes: type.writes?.(data, node.id) ?? [],
    reads: type.reads?.(data) ?? [],
    targets: type.targets?.(data) ?? [],
    waits: type.waits?.(data) ?? common.asks,
  };
}

/** Most texts have no placeholder, and reading their markup takes longest. */
function templateOf({ text, format }: TextField): Template {
  return /[{&]/.test(text) ? parseTemplate(text, format) : { parts: [text], problems: [] };
}

function uniqueIds(edges: readonly AnalyzedEdge[]): Set<string> {
  const seen = new Set<string>();
  const unique = new Set<string>();
  for (const { edge } of edges) {
    if (seen.has(edge.id)) unique.delete(edge.id);
    else unique.add(edge.id);
    seen.add(edge.id);
  }
  return unique;
}

function connect(
  nodes: readonly AnalyzedNode[],
  byId: ReadonlyMap<string, AnalyzedNode>,
  edges: readonly AnalyzedEdge[],
): void {
  for (const edge of edges) {
    edge.source?.out.push(edge);
    if (edge.target !== undefined) edge.source?.ways.push({ to: edge.target, edge });
  }
  for (const { targets, ways } of nodes) {
    for (const { nodeId } of targets) {
      const to = byId.get(nodeId);
      if (to !== undefined) ways.push({ to });
    }
  }
}

function reachableFrom(start: AnalyzedNode | undefined): Set<AnalyzedNode> {
  const reached = new Set(start === undefined ? [] : [start]);
  for (const { ways } of reached) for (const { to } of ways) reached.add(to);
  return reached;
}
