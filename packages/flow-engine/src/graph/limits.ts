/** Bounds of a graph; beyond them it is refused, not reported. */
export const graphLimits = {
  nodes: 500,
  edges: 1_000,
  /** Of the graph as JSON in UTF-8. */
  bytes: 262_144,
  /** Characters of the id of a node or an edge. */
  idLength: 128,
  /** Nested objects and arrays within `data`. */
  depth: 16,
} as const;
