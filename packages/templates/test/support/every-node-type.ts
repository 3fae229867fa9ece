import { describeCatalogue } from '@conferbot/flow-engine';

/** Begins every secret of a test, and nothing else. */
export const secretMark = 'Zx9-7Qw2';

/** A flow with a node of every type in a row, each as its example is, with a secret where an author may put one. */
export function everyNodeType(): { readonly nodes: readonly object[]; readonly edges: readonly object[] } {
  const types = describeCatalogue();
  const nodes = types.map(({ type, example }, index) => ({
    id: `n-${type}`,
    type,
    position: { x: index * 10.5, y: -index },
    data: {
      ...example,
      apiKey: `${secretMark}-${type}`,
      ...(type === 'jump-to-node' && { targetNodeId: 'n-message-node' }),
    },
    style: { colour: 'red' },
  }));
  const edges = types.slice(1).flatMap(({ type }, index) =>
    (types[index]?.outputs ?? []).map(({ id }) => ({
      source: `n-${types[index]?.type}`,
      target: `n-${type}`,
      ...(id !== null && { sourceHandle: id }),
    })),
  );
  return { nodes, edges };
}
