import { isJsonObject, type Json, ownValue } from '../values/json.ts';

/** JSON pointers to the smallest parts in which two values differ; to a whole part where it was added or removed. */
export function changedPointers(before: Json | undefined, after: Json | undefined, pointer = ''): string[] {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      changedPointers(before[index], after[index], `${pointer}/${index}`),
    ).flat();
  }
  if (!isJsonObject(before) || !isJsonObject(after)) return [pointer];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap(key =>
    changedPointers(
      ownValue(before, key),
      ownValue(after, key),
      `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    ),
  );
}
