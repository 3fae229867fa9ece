/** A place on the canvas: the middle of a node. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LaidOutNode {
  readonly id: string;
  /** Where the author put it. */
  readonly position: Point | undefined;
}

export interface Link {
  readonly source: string;
  readonly target: string;
}

export const nodeSize = { width: 200, height: 60 };
const gap = { x: 90, y: 28 };

/** Where the author put the nodes; in columns by their distance from the start where some would lie on another. */
export function layOut(nodes: readonly LaidOutNode[], links: readonly Link[]): ReadonlyMap<string, Point> {
  const placed = nodes.flatMap(({ id, position }) => (position === undefined ? [] : [[id, position] as const]));
  if (placed.length === nodes.length && !overlaps(placed.map(([, point]) => point))) return new Map(placed);
  const columns = columnsOf(nodes, links);
  const points = new Map<string, Point>();
  for (const [column, ids] of columns.entries()) {
    const above = ((ids.length - 1) * (nodeSize.height + gap.y)) / 2;
    for (const [row, id] of ids.entries()) {
      points.set(id, { x: column * (nodeSize.width + gap.x), y: row * (nodeSize.height + gap.y) - above });
    }
  }
  return points;
}

function overlaps(points: readonly Point[]): boolean {
  return points.some((one, index) =>
    points
      .slice(index + 1)
      .some(other => Math.abs(one.x - other.x) < nodeSize.width && Math.abs(one.y - other.y) < nodeSize.height),
  );
}

/** Ids by steps from a node that nothing leads to; what cannot be reached begins anew in the first column. */
function columnsOf(nodes: readonly LaidOutNode[], links: readonly Link[]): string[][] {
  const targets = new Set(links.map(({ target }) => target));
  const followers = Map.groupBy(links, ({ source }) => source);
  const ids = new Set(nodes.map(({ id }) => id));
  const depths = new Map<string, number>();
  const starts = [...ids].sort((a, b) => Number(targets.has(a)) - Number(targets.has(b)));
  for (const start of starts) {
    if (depths.has(start)) continue;
    const queue = [start];
    depths.set(start, 0);
    for (const id of queue) {
      for (const { target } of followers.get(id) ?? []) {
        if (!ids.has(target) || depths.has(target)) continue;
        depths.set(target, (depths.get(id) ?? 0) + 1);
        queue.push(target);
      }
    }
  }
  const columns: string[][] = [];
  for (const [id, depth] of depths) {
    columns[depth] ??= [];
    columns[depth].push(id);
  }
  return columns;
}
