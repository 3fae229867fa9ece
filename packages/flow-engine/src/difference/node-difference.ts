import { nodeTypes } from '../catalogue/catalogue.ts';
import { valueAt } from '../findings/data-edit.ts';
import type { FlowGraph, FlowNode } from '../graph/graph.ts';
import { maskSecrets } from '../graph/mask-secrets.ts';
import type { Json } from '../values/json.ts';
import { changedPointers } from './changed-pointers.ts';
import { diffOptions, isOptionPlace, type OptionChanges } from './option-difference.ts';

export interface NodeName {
  readonly id: string;
  readonly type: string;
}

export interface NodeChange extends NodeName {
  /** Where it had another type. */
  readonly typeBefore?: string;
  /** What visitors read, but for options. Absent is what is not there. */
  readonly texts: readonly ValueChange[];
  readonly options: OptionChanges;
  /** All the rest. */
  readonly fields: readonly ValueChange[];
}

/** A value at a JSON pointer within `data`. A secret may have changed where its mask has not. */
export interface ValueChange {
  readonly pointer: string;
  readonly before?: Json;
  readonly after?: Json;
}

interface NodeDifference {
  readonly added: readonly NodeName[];
  readonly removed: readonly NodeName[];
  readonly changed: readonly NodeChange[];
  readonly moved: number;
}

export function diffNodes(before: FlowGraph, after: FlowGraph): NodeDifference {
  const [old, now] = [byId(before), byId(after)];
  const [oldMasked, nowMasked] = [byId(maskSecrets(before)), byId(maskSecrets(after))];
  const kept = [...now.values()].flatMap(node => {
    const was = old.get(node.id);
    return was === undefined ? [] : [[was, node] as const];
  });
  const changes = kept.map(([was, node]) => diffNode(was, node, oldMasked.get(node.id), nowMasked.get(node.id)));
  const changed = changes.filter(change => change !== undefined);
  const changedIds = new Set(changed.map(({ id }) => id));
  return {
    added: [...now.values()].filter(({ id }) => !old.has(id)).map(nameOf),
    removed: [...old.values()].filter(({ id }) => !now.has(id)).map(nameOf),
    changed,
    moved: kept.filter(([was, node]) => !changedIds.has(node.id) && isElsewhere(was, node)).length,
  };
}

const nameOf = ({ id, type }: FlowNode): NodeName => ({ id, type });

function byId({ nodes }: FlowGraph): Map<string, FlowNode> {
  const map = new Map<string, FlowNode>();
  for (const node of nodes) if (!map.has(node.id)) map.set(node.id, node);
  return map;
}

const isElsewhere = (a: FlowNode, b: FlowNode) => a.position.x !== b.position.x || a.position.y !== b.position.y;

function diffNode(
  before: FlowNode,
  after: FlowNode,
  shownBefore: FlowNode | undefined,
  shownAfter: FlowNode | undefined,
): NodeChange | undefined {
  const pointers = changedPointers(before.data, after.data).filter(pointer => pointer !== '/type');
  if (pointers.length === 0 && before.type === after.type) return undefined;
  const spoken = new Set([...spokenPointers(before), ...spokenPointers(after)]);
  const changes = pointers
    .filter(pointer => !isOptionPlace(pointer, before.data, after.data))
    .map(pointer => valueChange(pointer, shownBefore?.data ?? {}, shownAfter?.data ?? {}));
  return {
    ...nameOf(after),
    ...(before.type !== after.type && { typeBefore: before.type }),
    texts: changes.filter(({ pointer }) => spoken.has(pointer)),
    options: diffOptions(before.data, after.data),
    fields: changes.filter(({ pointer }) => !spoken.has(pointer)),
  };
}

function valueChange(pointer: string, dataBefore: Json, dataAfter: Json): ValueChange {
  const [before, after] = [valueAt(dataBefore, pointer), valueAt(dataAfter, pointer)];
  return { pointer, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

function spokenPointers({ type, data }: FlowNode): string[] {
  const known = nodeTypes.get(type);
  const read = known?.data.safeParse(data);
  const texts = read?.success ? (known?.texts?.(read.data) ?? []) : [];
  return texts.filter(({ spoken }) => spoken).map(({ pointer }) => pointer);
}
