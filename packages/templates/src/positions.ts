interface Position {
  readonly x: number;
  readonly y: number;
}

interface Edge {
  readonly source: string;
  readonly target: string;
}

const column = 320;
const row = 180;

/**
 * Places nodes of a graph in rows, each below all that lead to it but for edges that lead back up; within a row in
 * the order of what they come from, centred.
 */
export function positions(ids: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, Position> {
  const down = withoutLoops(ids, edges);
  const levels = levelsOf(ids, down);
  const rows = Map.groupBy(ids, id => levels.get(id) ?? 0);
  const places = new Map<string, Position>();
  for (const [level, members] of [...rows].sort(([a], [b]) => a - b)) {
    const wanted = new Map(members.map(id => [id, centre(down, id, places)]));
    const inOrder = members.toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
    const left = (-column * (inOrder.length - 1)) / 2;
    for (const [index, id] of inOrder.entries()) places.set(id, { x: left + index * column, y: level * row });
  }
  return places;
}

function centre(edges: readonly Edge[], id: string, places: ReadonlyMap<string, Position>): number {
  const above = edges.flatMap(({ source, target }) => (target === id ? [places.get(source)?.x ?? 0] : []));
  return above.length === 0 ? 0 : above.reduce((sum, x) => sum + x, 0) / above.length;
}

/** Edges that do not lead back to a node from which their source was reached. */
function withoutLoops(ids: readonly string[], edges: readonly Edge[]): readonly Edge[] {
  const bySource = Map.groupBy(edges, ({ source }) => source);
  const kept: Edge[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const edge of bySource.get(id) ?? []) {
      if (state.get(edge.target) === 'open') continue;
      kept.push(edge);
      if (!state.has(edge.target)) visit(edge.target);
    }
    state.set(id, 'done');
  };
  for (const id of ids) if (!state.has(id)) visit(id);
  return kept;
}

/** Longest way from a node without a way in, by node. */
function levelsOf(ids: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const sources = Map.groupBy(edges, ({ target }) => target);
  const levels = new Map<string, number>();
  const levelOf = (id: string): number => {
    const known = levels.get(id);
    if (known !== undefined) return known;
    const level = Math.max(-1, ...(sources.get(id) ?? []).map(({ source }) => levelOf(source))) + 1;
    levels.set(id, level);
    return level;
  };
  for (const id of ids) levelOf(id);
  return levels;
}
