import { decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';

/**
 * One page of what stands in memory.
 *
 * @param keyOf Of an item, unlike that of any other; the cursor goes on behind it.
 */
export function pageOfItems<T, V>(
  items: readonly T[],
  input: { readonly page: number; readonly limit: number; readonly cursor?: string | undefined },
  { keyOf, view }: { readonly keyOf: (item: T) => string; readonly view: (item: T) => V },
): Page<V> {
  const { limit, cursor } = input;
  const keys = items.map(keyOf);
  const from = cursor === undefined ? undefined : decodeCursor(cursor, z.tuple([z.enum(keys)]));
  const start = from === undefined ? (input.page - 1) * limit : keys.indexOf(from.after[0]) + 1;
  return pageOf(items.slice(start, start + limit + 1), {
    page: from?.page ?? input.page,
    limit,
    total: items.length,
    keyOf: item => [keyOf(item)],
    view,
  });
}
