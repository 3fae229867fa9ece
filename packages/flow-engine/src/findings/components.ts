/** Strongly connected components of a graph (Tarjan's algorithm, without recursion). */
export function components<Vertex>(
  vertices: readonly Vertex[],
  next: (vertex: Vertex) => readonly Vertex[],
): Vertex[][] {
  const found: Vertex[][] = [];
  const order = new Map<Vertex, number>();
  const lowest = new Map<Vertex, number>();
  const open: Vertex[] = [];
  const isOpen = new Set<Vertex>();

  const enter = (vertex: Vertex) => {
    order.set(vertex, order.size);
    lowest.set(vertex, order.size - 1);
    open.push(vertex);
    isOpen.add(vertex);
    return { vertex, rest: [...next(vertex)] };
  };
  const lower = (vertex: Vertex, to: number | undefined) =>
    lowest.set(vertex, Math.min(lowest.get(vertex) ?? 0, to ?? Number.POSITIVE_INFINITY));
  const close = (vertex: Vertex) => {
    if (lowest.get(vertex) !== order.get(vertex)) return;
    const members = open.splice(open.lastIndexOf(vertex));
    for (const member of members) isOpen.delete(member);
    found.push(members);
  };

  for (const root of vertices) {
    if (order.has(root)) continue;
    const stack = [enter(root)];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = top.rest.pop();
      if (to === undefined) {
        stack.pop();
        close(top.vertex);
        const parent = stack.at(-1);
        if (parent !== undefined) lower(parent.vertex, lowest.get(top.vertex));
      } else if (!order.has(to)) {
        stack.push(enter(to));
      } else if (isOpen.has(to)) {
        lower(top.vertex, order.get(to));
      }
    }
  }
  return found;
}
