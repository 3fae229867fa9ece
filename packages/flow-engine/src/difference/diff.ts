import type { FlowEdge, FlowGraph } from '../graph/graph.ts';
import { diffNodes, type NodeChange, type NodeName } from './node-difference.ts';
import { summarize } from './summary.ts';
import { writtenNames } from './written-names.ts';

/** What sets a flow apart from an earlier one. */
export interface FlowDiff {
  readonly nodes: {
    readonly added: readonly NodeName[];
    readonly removed: readonly NodeName[];
    readonly changed: readonly NodeChange[];
    /** How many were only put elsewhere in the editor. */
    readonly moved: number;
  };
  readonly edges: {
    readonly added: readonly EdgeEnds[];
    readonly removed: readonly EdgeEnds[];
    readonly rerouted: readonly Reroute[];
  };
  readonly variables: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** The same in sentences. */
  readonly summary: readonly string[];
}

export interface EdgeEnds {
  readonly source: string;
  /** Null is the default output. */
  readonly output: string | null;
  readonly target: string;
}

/** An output that leads elsewhere. */
export interface Reroute {
  readonly source: string;
  readonly output: string | null;
  readonly before: string;
  readonly after: string;
}

/** Compares flows by what they mean: ids of edges and places in lists do not count. Secrets are masked. */
export function diff(before: FlowGraph, after: FlowGraph): FlowDiff {
  const nodes = diffNodes(before, after);
  const edges = diffEdges(before.edges, after.edges);
  const [old, now] = [writtenNames(before), writtenNames(after)];
  const variables = { added: without(now, old), removed: without(old, now) };
  const changes = { nodes, edges, variables };
  return { ...changes, summary: summarize(changes) };
}

const without = (names: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...names].filter(name => !others.has(name)).sort();

function diffEdges(before: readonly FlowEdge[], after: readonly FlowEdge[]): FlowDiff['edges'] {
  const [old, now] = [byOutput(before), byOutput(after)];
  const added: EdgeEnds[] = [];
  const removed: EdgeEnds[] = [];
  const rerouted: Reroute[] = [];
  for (const [output, edge] of now) {
    const was = old.get(output);
    if (was === undefined) added.push(edge);
    else if (was.target !== edge.target) {
      rerouted.push({ source: edge.source, output: edge.output, before: was.target, after: edge.target });
    }
  }
  for (const [output, edge] of old) if (!now.has(output)) removed.push(edge);
  return { added, removed, rerouted };
}

/** Of several edges at an output, the first is followed. */
function byOutput(edges: readonly FlowEdge[]): Map<string, EdgeEnds> {
  const ends = new Map<string, EdgeEnds>();
  for (const { source, sourceHandle, target } of edges) {
    const output = sourceHandle ?? null;
    const key = JSON.stringify([source, output]);
    if (!ends.has(key)) ends.set(key, { source, output, target });
  }
  return ends;
}
