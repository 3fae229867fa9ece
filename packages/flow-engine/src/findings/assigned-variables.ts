import type { AnalyzedNode, FlowAnalysis, Way } from './analysis.ts';
import { testedName } from './variable-reads.ts';

/** Which variables every way to a node sets. */
export interface AssignedVariables {
  isSet(node: AnalyzedNode, name: string, when: 'before' | 'after'): boolean;
}

/** A bit for each variable; 32 of them in a word. */
type Bits = Uint32Array;

/** Forward data flow to a fixed point. A call that fails leaves its result unset, which is not counted here. */
export function assignedVariables(flow: FlowAnalysis): AssignedVariables {
  const names = new Map([...flow.writtenNames].map((name, index) => [name, index]));
  const words = Math.ceil(names.size / 32);
  const before = new Map<AnalyzedNode, Bits>();
  const after = (node: AnalyzedNode, way?: Way): Bits => {
    const bits = Uint32Array.from(before.get(node) ?? new Uint32Array(words));
    for (const { name } of node.writes) setBit(bits, names.get(name));
    const tested = testedName(node);
    if (way?.edge && tested?.handle === way.edge.edge.sourceHandle) setBit(bits, names.get(tested?.name ?? ''));
    return bits;
  };
  if (flow.start !== undefined) {
    before.set(flow.start, new Uint32Array(words));
    const queue = new Set([flow.start]);
    // A set gives what is put in again to the same loop.
    for (const node of queue) {
      queue.delete(node);
      for (const way of node.ways) if (meet(before, way.to, after(node, way))) queue.add(way.to);
    }
  }
  return {
    isSet: (node, name, when) => hasBit(when === 'before' ? before.get(node) : after(node), names.get(name)),
  };
}

/** Keeps what both ways set; says whether that is news. */
function meet(before: Map<AnalyzedNode, Bits>, node: AnalyzedNode, arriving: Bits): boolean {
  const known = before.get(node);
  if (known === undefined) {
    before.set(node, arriving);
    return true;
  }
  let changed = false;
  for (const [index, word] of known.entries()) {
    const met = (word & (arriving[index] ?? 0)) >>> 0;
    changed ||= met !== word;
    known[index] = met;
  }
  return changed;
}

function setBit(bits: Bits, index: number | undefined): void {
  if (index !== undefined) bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
}

function hasBit(bits: Bits | undefined, index: number | undefined): boolean {
  return index !== undefined && ((bits?.[index >> 5] ?? 0) & (1 << (index & 31))) !== 0;
}
