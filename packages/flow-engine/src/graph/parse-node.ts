import { nodeTypes } from '../catalogue/catalogue.ts';
import { isJsonObject, type Json, type JsonObject } from '../values/json.ts';
import { FlowError } from './flow-error.ts';
import type { FlowNode } from './graph.ts';
import { checkId } from './id.ts';

/** Node types whose `data.type` says something else: the kind of input. */
const inputKindTypes = new Set(['user-input-node']);

/** Reads one node. The type is `data.type`, or `type` where that one is known and the other is not. */
export function parseNode(input: unknown, index: number, pointer: string): FlowNode {
  if (!isJsonObject(input))
    throw new FlowError('malformed', 'A node is an object with id, type, data and position.', pointer);
  const id = checkId(input['id'], `${pointer}/id`, 'node');
  const written = input['data'] ?? {};
  if (!isJsonObject(written)) throw new FlowError('malformed', '"data" of a node is an object.', `${pointer}/data`);
  const type = typeOf(input['type'], written['type'], pointer);
  return { ...input, id, type, position: positionOf(input['position'], index), data: normalData(type, written) };
}

function typeOf(outer: Json | undefined, inner: Json | undefined, pointer: string): string {
  const candidates = [inner, outer].filter(type => typeof type === 'string' && type !== '') as string[];
  const type = candidates.find(candidate => nodeTypes.has(candidate)) ?? candidates[0];
  if (type === undefined || type.length > 128) {
    throw new FlowError(
      'malformed',
      'A node has a "type", such as "message-node" or "ask-email-node".',
      `${pointer}/type`,
    );
  }
  return type;
}

/** Data in normal form: aliases under the name of their field, the type in `data.type`. */
export function normalData(type: string, written: JsonObject): JsonObject {
  const data: Record<string, Json> = { ...written };
  if (inputKindTypes.has(type) && typeof data['type'] === 'string' && data['type'] !== type) {
    data['inputType'] ??= data['type'];
  }
  for (const [field, aliases] of Object.entries(nodeTypes.get(type)?.aliases ?? {})) {
    for (const alias of aliases) {
      const value = data[alias];
      if (value === undefined) continue;
      if (data[field] === undefined) data[field] = value;
      delete data[alias];
    }
  }
  return { ...data, type };
}

/** Below one another where the author left it out. */
function positionOf(position: Json | undefined, index: number): FlowNode['position'] {
  const { x, y } = isJsonObject(position) ? position : {};
  return { x: finite(x) ?? 0, y: finite(y) ?? index * 140 };
}

function finite(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
