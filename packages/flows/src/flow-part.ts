import type { FlowGraph } from '@conferbot/flow-engine';

/** Bytes of JSON of nodes and edges in one answer: with findings about 25,000 tokens, where common clients cut. */
const mostBytes = 60_000;

interface FlowPart {
  readonly nodes: { [key: string]: unknown }[];
  readonly edges: { [key: string]: unknown }[];
  readonly truncated?: true;
  readonly next?: string;
}

/** As many nodes from an index on as one answer takes, with the edges that leave them; the last part has what is left. */
export function flowPart({ nodes, edges }: FlowGraph, from: number): FlowPart {
  const ids = new Set(nodes.map(({ id }) => id));
  const leaving = Map.groupBy(edges, ({ source }) => source);
  const loose = edges.filter(({ source }) => !ids.has(source));
  const end = endOfPart(nodes, leaving, from);
  const shown = nodes.slice(from, end);
  const sources = new Set(shown.map(({ id }) => id));
  const isLast = end >= nodes.length;
  return {
    nodes: shown.map(node => ({ ...node })),
    edges: [...edges.filter(({ source }) => sources.has(source)), ...(isLast ? loose : [])].map(edge => ({ ...edge })),
    ...(!isLast && {
      truncated: true,
      next: `Only nodes ${from} to ${end - 1} of ${nodes.length} are here, with the edges that leave them. Call get_chatbot_flow again with fromNode ${end}. To edit a part, use add_flow_node, connect_flow_nodes and delete_flow_node: update_chatbot_flow would drop what is not shown.`,
    }),
  };
}

function endOfPart(nodes: FlowGraph['nodes'], leaving: ReadonlyMap<string, readonly object[]>, from: number): number {
  let bytes = 0;
  for (let index = from; index < nodes.length; index++) {
    const node = nodes[index];
    bytes += Buffer.byteLength(JSON.stringify([node, leaving.get(node?.id ?? '') ?? []]));
    if (bytes > mostBytes && index > from) return index;
  }
  return nodes.length;
}
