import { isJsonObject, type Json } from '../values/json.ts';
import { FlowError } from './flow-error.ts';
import type { FlowEdge } from './graph.ts';
import { checkId } from './id.ts';

/** Reads one edge; an id that is missing is made from its ends. `taken` are the ids in use, and grows. */
export function parseEdge(input: unknown, pointer: string, taken: Set<string>): FlowEdge {
  if (!isJsonObject(input)) throw new FlowError('malformed', 'An edge is an object with source and target.', pointer);
  const source = checkId(input['source'], `${pointer}/source`, 'node');
  const target = checkId(input['target'], `${pointer}/target`, 'node');
  const sourceHandle = textOf(input['sourceHandle'], `${pointer}/sourceHandle`);
  const targetHandle = textOf(input['targetHandle'], `${pointer}/targetHandle`);
  const label = textOf(input['label'], `${pointer}/label`);
  const given = input['id'] === undefined || input['id'] === null || input['id'] === '' ? undefined : input['id'];
  const id =
    given === undefined ? freeId([source, sourceHandle, target], taken) : checkId(given, `${pointer}/id`, 'edge');
  const { sourceHandle: _s, targetHandle: _t, label: _l, ...rest } = input;
  return {
    ...rest,
    id,
    source,
    target,
    ...(sourceHandle !== undefined && { sourceHandle }),
    ...(targetHandle !== undefined && { targetHandle }),
    ...(label !== undefined && { label }),
  };
}

function textOf(value: Json | undefined, pointer: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || value.length > 1_000) {
    throw new FlowError('malformed', `"${pointer.slice(pointer.lastIndexOf('/') + 1)}" of an edge is a text.`, pointer);
  }
  return value;
}

function freeId(ends: readonly (string | undefined)[], taken: Set<string>): string {
  const base = ends
    .filter(end => end !== undefined)
    .join('-')
    .slice(0, 120);
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
