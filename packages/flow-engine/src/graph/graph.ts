import type { JsonObject } from '../values/json.ts';

/** A conversation flow: nodes, and edges between their outputs and inputs. Array order matters to no one but readers. */
export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export interface FlowNode {
  /** Unique in the graph; the author's own string. */
  readonly id: string;
  /** The node type; always equal to `data.type`. */
  readonly type: string;
  readonly position: { readonly x: number; readonly y: number };
  /** What the node type asks for. Keys that the type does not know are kept. */
  readonly data: JsonObject;
  /** Whatever an editor added: kept, never read. */
  readonly [extra: string]: unknown;
}

export interface FlowEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Output of the source in its normal form, `source-<key>`; absent for the default output. */
  readonly sourceHandle?: string | undefined;
  /** Kept, never read: nodes have one input. */
  readonly targetHandle?: string | undefined;
  readonly label?: string | undefined;
  readonly [extra: string]: unknown;
}
