import type { FlowOperation } from '../../graph/operation.ts';
import type { JsonObject } from '../../values/json.ts';
import type { AnalyzedEdge, AnalyzedNode, FlowAnalysis } from '../analysis.ts';
import { edgeJson } from '../edge-edit.ts';
import type { Fix } from '../finding.ts';
import { atEdge, atNode, nodePointer } from '../place.ts';
import type { Rule } from '../rule.ts';

/** DUPLICATE_NODE_ID, DUPLICATE_EDGE_ID */
export const duplicateIds: Rule = flow => [
  ...repeated(flow.nodes, ({ id }) => id).map(([first, node, all]) =>
    atNode(node, 'DUPLICATE_NODE_ID', `Another node has the id "${node.id}" too; edges lead to the first one only.`, {
      related: [nodePointer(first)],
      fix: nodeFix(flow, all),
    }),
  ),
  ...repeated(flow.edges, ({ edge }) => edge.id).map(([first, edge, all]) =>
    atEdge(edge, 'DUPLICATE_EDGE_ID', `Another edge has the id "${edge.edge.id}" too. Give it another one.`, {
      pointer: '/id',
      related: [`/edges/${first.index}`],
      fix: edgeFix(flow, all),
    }),
  ),
];

/** Every item whose key an earlier one has: that one, the item, all of the key. */
function repeated<Item>(items: readonly Item[], key: (item: Item) => string): (readonly [Item, Item, Item[]])[] {
  const groups = Map.groupBy(items, key);
  return [...groups.values()].flatMap(all => {
    const [first, ...others] = all;
    return first === undefined ? [] : others.map(other => [first, other, all] as const);
  });
}

/** Edits name nodes by their ids, so all are taken out and put back; edges stay with the first. */
function nodeFix(flow: FlowAnalysis, [first, ...others]: readonly AnalyzedNode[]): Fix | undefined {
  if (first === undefined) return undefined;
  const ids = new Set(flow.byId.keys());
  const renamed = others.map(
    ({ node }): FlowOperation => ({ op: 'add_node', node: { ...node, id: freeId(node.id, ids) } as JsonObject }),
  );
  const edges = flow.edges.filter(({ source, target }) => (source === first || target === first) && source && target);
  return {
    title: `Give the other nodes called "${first.id}" ids of their own`,
    operations: [
      { op: 'delete_node', nodeId: first.id },
      { op: 'add_node', node: first.node as unknown as JsonObject },
      ...renamed,
      ...edges.map(({ edge }): FlowOperation => ({ op: 'connect', edge: edgeJson(edge) })),
    ],
  };
}

/** Edges that say the same are kept once. */
function edgeFix(flow: FlowAnalysis, all: readonly AnalyzedEdge[]): Fix | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  const ids = new Set(flow.edges.map(({ edge }) => edge.id));
  const kept = [
    ...new Map(
      all
        .filter(({ source, target }) => source && target)
        .map(({ edge }) => [JSON.stringify([edge.source, edge.sourceHandle, edge.target]), edge]),
    ).values(),
  ];
  return {
    title: `Give the other edges called "${first.edge.id}" ids of their own`,
    operations: [
      { op: 'disconnect', edgeId: first.edge.id },
      ...kept.map((edge, index): FlowOperation => {
        const id = index === 0 ? edge.id : freeId(edge.id, ids);
        return { op: 'connect', edge: edgeJson({ ...edge, id }) };
      }),
    ],
  };
}

function freeId(base: string, taken: Set<string>): string {
  const stem = base.slice(0, 120);
  let n = 2;
  while (taken.has(`${stem}-${n}`)) n++;
  taken.add(`${stem}-${n}`);
  return `${stem}-${n}`;
}
