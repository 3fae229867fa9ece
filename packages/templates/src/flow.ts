import type { FlowGraph, JsonObject } from '@conferbot/flow-engine';
import { positions } from './positions.ts';

/** A node, and where it leads. */
export interface Step {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly to: Ways;
}

/** Target of the default output, or targets by output: `yes` is the output `source-yes`. */
export type Ways = string | Readonly<Record<string, string>>;

/** One node of a flow; without `to` the conversation ends there. */
export function step(id: string, type: string, data: JsonObject, to: Ways = {}): Step {
  return { id, type, data, to };
}

/** The graph of some steps, laid out from top to bottom. The first one is the start. */
export function flow(steps: readonly Step[]): FlowGraph {
  const edges = steps.flatMap(({ id, to }) =>
    typeof to === 'string'
      ? [{ id: `${id}-${to}`, source: id, target: to }]
      : Object.entries(to).map(([output, target]) => ({
          id: `${id}-${output}`,
          source: id,
          sourceHandle: `source-${output}`,
          target,
        })),
  );
  const places = positions(
    steps.map(({ id }) => id),
    edges,
  );
  return {
    nodes: steps.map(({ id, type, data }) => ({
      id,
      type,
      position: places.get(id) ?? { x: 0, y: 0 },
      data: { ...data, type },
    })),
    edges,
  };
}
