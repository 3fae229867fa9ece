import type { JsonObject } from '../values/json.ts';

/** One edit of a graph. Batches are applied whole or not at all, in order. */
export type FlowOperation =
  | { readonly op: 'add_node'; readonly node: JsonObject }
  /** Merges `data` by RFC 7396 (null removes a key). */
  | {
      readonly op: 'update_node';
      readonly nodeId: string;
      readonly data?: JsonObject;
      readonly position?: { readonly x: number; readonly y: number };
    }
  /** Removes its edges too. */
  | { readonly op: 'delete_node'; readonly nodeId: string }
  | { readonly op: 'connect'; readonly edge: JsonObject }
  | { readonly op: 'disconnect'; readonly edgeId: string };
