import type { Visit } from '../engine/turn.ts';
import type { FlowVersion } from '../graph/compile.ts';

/** How much of a flow conversations have seen. */
export interface Coverage {
  readonly nodes: Covered;
  readonly edges: Covered;
  /** Outputs, also those without an edge of their own; not the default output where it only catches the others. */
  readonly handles: Covered & { readonly missing: readonly MissingHandle[] };
}

export interface Covered {
  readonly covered: number;
  readonly total: number;
}

export interface MissingHandle {
  readonly nodeId: string;
  /** Null is the default output. */
  readonly handle: string | null;
  readonly label: string;
}

/** Collects what was covered, conversation by conversation. */
export class CoverageLog {
  readonly #version: FlowVersion;
  readonly #nodes = new Set<string>();
  readonly #edges = new Set<string>();
  readonly #handles = new Map<string, Set<string | null>>();
  readonly #edgeHandles: ReadonlyMap<string, string | null>;

  constructor(version: FlowVersion) {
    this.#version = version;
    this.#edgeHandles = new Map(version.graph.edges.map(edge => [edge.id, edge.sourceHandle ?? null]));
  }

  add({ nodeId, edgeId, handle }: Visit): void {
    this.#nodes.add(nodeId);
    if (handle !== undefined) this.#seen(nodeId).add(handle);
    if (edgeId === undefined) return;
    this.#edges.add(edgeId);
    this.#seen(nodeId).add(this.#edgeHandles.get(edgeId) ?? null);
  }

  hasHandle(nodeId: string, handle: string | null): boolean {
    return this.#handles.get(nodeId)?.has(handle) ?? false;
  }

  result(): Coverage {
    const { graph } = this.#version;
    const handles = [...this.#version.nodes.keys()].flatMap(nodeId => outputsOf(this.#version, nodeId));
    const missing = handles.filter(({ nodeId, handle }) => !this.hasHandle(nodeId, handle));
    return {
      nodes: { covered: this.#nodes.size, total: this.#version.nodes.size },
      edges: {
        covered: graph.edges.filter(({ id }) => this.#edges.has(id)).length,
        total: graph.edges.length,
      },
      handles: { covered: handles.length - missing.length, total: handles.length, missing },
    };
  }

  #seen(nodeId: string): Set<string | null> {
    const seen = this.#handles.get(nodeId) ?? new Set();
    this.#handles.set(nodeId, seen);
    return seen;
  }
}

/** The outputs of a node that a conversation can be expected to take. */
export function outputsOf(version: FlowVersion, nodeId: string): MissingHandle[] {
  const node = version.nodes.get(nodeId);
  const handles = node?.type?.handles(node.data) ?? [];
  return handles
    .filter(({ id }) => id !== null || handles.length === 1 || node?.edges.has(null))
    .map(({ id, label }) => ({ nodeId, handle: id, label }));
}
