import { BudgetExceeded } from '../engine/budget-exceeded.ts';
import type { NodeCall } from '../engine/node-call.ts';
import { isJsonObject, type Json, type JsonObject } from '../values/json.ts';
import { unspoken } from './fields.ts';
import type { TextField } from './node-type.ts';

/** Nested objects and lists that are looked into; what lies deeper is left out. */
const deepest = 20;
/** Characters of all values that are put in. */
const largest = 262_144;

/**
 * JSON of an author with its texts filled in. A text that is one placeholder becomes the value itself, with its type.
 *
 * @throws BudgetExceeded `RENDER_BUDGET`
 */
export function fillIn(value: Json, call: NodeCall): Json {
  let size = 0;
  const fill = (item: Json, depth: number): Json => {
    if (typeof item === 'string') {
      const filled = call.evaluate(item);
      size += typeof filled === 'string' ? filled.length : JSON.stringify(filled).length;
      if (size > largest) throw new BudgetExceeded('RENDER_BUDGET', `Data grew over ${largest} characters.`);
      return filled;
    }
    if (typeof item !== 'object' || item === null) return item;
    if (depth === 0) return null;
    if (!isJsonObject(item)) return item.map(below => fill(below, depth - 1));
    return Object.fromEntries(Object.entries(item).map(([key, below]) => [key, fill(below, depth - 1)]));
  };
  return fill(value, deepest);
}

/** The texts that {@link fillIn} fills in, at a JSON pointer within `data`. */
export function textsWithin(value: unknown, pointer: string): TextField[] {
  if (typeof value === 'string') return unspoken(pointer, value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as JsonObject).flatMap(([key, item]) =>
    textsWithin(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
