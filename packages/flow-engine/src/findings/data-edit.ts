import { isJsonObject, type Json, type JsonObject, ownValue } from '../values/json.ts';

/** The value at a JSON pointer (RFC 6901). */
export function valueAt(data: Json, pointer: string): Json | undefined {
  let value: Json | undefined = data;
  for (const key of keysOf(pointer)) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isJsonObject(value)) value = ownValue(value, key);
    else return undefined;
  }
  return value;
}

/** Data with other values at JSON pointers that lead to something in it. */
export function withValues(data: JsonObject, edits: readonly (readonly [pointer: string, value: Json])[]): JsonObject {
  return edits.reduce((edited, [pointer, value]) => withValue(edited, keysOf(pointer), value) as JsonObject, data);
}

/** Merge patch (RFC 7396) that makes one object of the other, by whole top-level fields. Lists cannot be patched. */
export function patchTo(before: JsonObject, after: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => ownValue(before, key) !== value));
}

const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));

function withValue(container: Json, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  if (Array.isArray(container))
    return container.with(Number(key), withValue(container[Number(key)] ?? null, rest, value));
  if (!isJsonObject(container)) return container;
  return { ...container, [key]: withValue(ownValue(container, key) ?? null, rest, value) };
}
