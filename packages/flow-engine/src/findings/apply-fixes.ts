import { applyOperations } from '../graph/apply-operations.ts';
import { FlowError } from '../graph/flow-error.ts';
import type { FlowGraph } from '../graph/graph.ts';
import type { FlowOperation } from '../graph/operation.ts';
import type { Finding, Fix } from './finding.ts';
import { validate } from './validate.ts';

export interface FixedGraph {
  readonly graph: FlowGraph;
  /** Findings whose fix was applied, in that order. */
  readonly applied: readonly Finding[];
  /** What is found in the graph as it is now. */
  readonly left: readonly Finding[];
}

const mostRounds = 20;
/** Fixes that are tried alone, each of which costs a validation. */
const mostSingle = 100;

/**
 * Applies the fixes of findings until none is left that can be applied. One that would bring a new error, or that does
 * not do away with its finding, is left out.
 *
 * @param findings those whose fixes are wanted; by default all
 */
export function applyFixes(graph: FlowGraph, findings?: readonly Finding[]): FixedGraph {
  const wanted = findings && new Set(findings.map(keyOf));
  let current = { graph, left: validate(graph) };
  const applied: Finding[] = [];
  let singles = mostSingle;
  for (let round = 0; round < mostRounds; round++) {
    const batch = independent(current.left.filter(finding => finding.fix && (wanted?.has(keyOf(finding)) ?? true)));
    const together = attempt(current, batch);
    if (together !== undefined) {
      current = together;
      applied.push(...batch);
      continue;
    }
    const before = applied.length;
    for (const finding of batch) {
      if (singles-- <= 0) break;
      const alone = attempt(current, [finding]);
      if (alone === undefined) continue;
      current = alone;
      applied.push(finding);
    }
    if (applied.length === before) break;
  }
  return { ...current, applied };
}

interface Checked {
  readonly graph: FlowGraph;
  readonly left: readonly Finding[];
}

/** Undefined where the fixes do no good. */
function attempt({ graph, left }: Checked, batch: readonly Finding[]): Checked | undefined {
  if (batch.length === 0) return undefined;
  const fixed = applied(graph, batch);
  if (fixed === undefined) return undefined;
  const after = validate(fixed);
  const remaining = countsOf(after, keyOf);
  const known = countsOf(left, keyOf);
  const isBetter = batch.every(finding => (remaining.get(keyOf(finding)) ?? 0) < (known.get(keyOf(finding)) ?? 0));
  return isBetter && !hasMoreErrors(left, after) ? { graph: fixed, left: after } : undefined;
}

function applied(graph: FlowGraph, batch: readonly Finding[]): FlowGraph | undefined {
  try {
    return applyOperations(
      graph,
      batch.flatMap(({ fix }) => fix?.operations ?? []),
    );
  } catch (error) {
    if (error instanceof FlowError) return undefined;
    throw error;
  }
}

function hasMoreErrors(before: readonly Finding[], after: readonly Finding[]): boolean {
  const errorsOf = (findings: readonly Finding[]) =>
    countsOf(
      findings.filter(({ severity }) => severity === 'error'),
      ({ code }) => code,
    );
  const known = errorsOf(before);
  return [...errorsOf(after)].some(([code, count]) => count > (known.get(code) ?? 0));
}

function countsOf(findings: readonly Finding[], key: (finding: Finding) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  return counts;
}

/** Fixes that touch nothing that an earlier one touches: the others may say something else after those. */
function independent(findings: readonly Finding[]): Finding[] {
  const touched = new Set<string>();
  return findings.filter(({ fix }) => {
    const places = fix === undefined ? [] : placesOf(fix);
    if (places.some(place => touched.has(place))) return false;
    for (const place of places) touched.add(place);
    return true;
  });
}

function placesOf({ operations }: Fix): string[] {
  return operations.map(placeOf);
}

function placeOf(operation: FlowOperation): string {
  switch (operation.op) {
    case 'add_node':
      return `node ${operation.node['id']}`;
    case 'update_node':
    case 'delete_node':
      return `node ${operation.nodeId}`;
    case 'connect':
      return `output ${operation.edge['source']} ${operation.edge['sourceHandle'] ?? ''}`;
    case 'disconnect':
      return `edge ${operation.edgeId}`;
  }
}

/** Places in lists move; ids do not. */
function keyOf({ code, nodeId, edgeId, pointer }: Finding): string {
  return JSON.stringify([code, nodeId, edgeId, pointer.replace(/^\/(?:nodes|edges)\/\d+/, '')]);
}
