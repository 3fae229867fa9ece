import { z } from 'zod';
import { Fault } from './fault.ts';

/** Where a list stands: the number of the page, and the sort values of the last row before it. */
export interface Cursor {
  readonly page: number;
  readonly after: readonly (string | number)[];
}

/** Input fields of a list. `max` rows at most, 20 (or `max`) unless told. */
export function pageInput(max: number, defaultLimit: number = Math.min(20, max)) {
  return {
    page: z.int().min(1).max(100_000).default(1).describe('From 1.'),
    limit: z.int().min(1).max(max).default(defaultLimit).describe('Rows.'),
    cursor: z.string().max(512).optional().describe('nextCursor.'),
  };
}

/** Result of a list of `item`. */
export function pageOutput<T extends z.ZodType>(item: T) {
  return z.object({
    data: z.array(item).describe('The rows of this page.'),
    pagination: z
      .object({
        page: z.int().describe('Number of this page, from 1.'),
        limit: z.int().describe('Rows per page.'),
        total: z.int().describe('Rows in all pages.'),
        totalPages: z.int().describe('Number of pages.'),
        hasNextPage: z.boolean().describe('Whether there are rows after this page.'),
        nextCursor: z.string().nullable().describe('Pass as cursor to get the next page; null on the last.'),
      })
      .describe('Where this page stands in the list.'),
    truncated: z.boolean().optional().describe('True when rows were left off to keep the answer short.'),
    next: z.string().optional().describe('The call that fetches the rows that were left off.'),
  });
}

/** What a list handler returns. */
export interface Page<T> {
  data: T[];
  pagination: {
    page: number;
    limit: number;
    total: number;
    totalPages: number;
    hasNextPage: boolean;
    nextCursor: string | null;
  };
}

/**
 * Shapes one page. `rows` are up to `limit + 1` rows (the extra one tells that there is more), `keyOf` gives
 * the sort values of a row, from which the next page goes on.
 */
export function pageOf<R, T>(
  rows: readonly R[],
  options: {
    readonly page: number;
    readonly limit: number;
    readonly total: number;
    readonly keyOf: (row: R) => Cursor['after'];
    readonly view: (row: R) => T;
  },
): Page<T> {
  const { page, limit, total } = options;
  const shown = rows.length > limit ? rows.slice(0, limit) : rows;
  const last = shown.at(-1);
  const hasNextPage = rows.length > limit;
  return {
    data: shown.map(options.view),
    pagination: {
      page,
      limit,
      total,
      totalPages: Math.ceil(total / limit),
      hasNextPage,
      nextCursor:
        hasNextPage && last !== undefined ? encodeCursor({ page: page + 1, after: options.keyOf(last) }) : null,
    },
  };
}

/** An opaque text for a cursor: base64url of its JSON. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.page, ...cursor.after])).toString('base64url');
}

/**
 * Reads a cursor back. `shape` checks its sort values, since the text comes from outside.
 *
 * @throws Fault `invalid_argument` when the text is not a cursor of this list.
 */
export function decodeCursor<S extends z.ZodType<readonly (string | number)[]>>(
  text: string,
  shape: S,
): { page: number; after: z.output<S> } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(parsed)) throw badCursor();
  const page = z.int().min(1).safeParse(parsed[0]);
  const after = shape.safeParse(parsed.slice(1));
  if (!page.success || !after.success) throw badCursor();
  return { page: page.data, after: after.data };
}

function badCursor(): Fault {
  const message = 'The cursor is not one that this list returned.';
  return new Fault('invalid_argument', message, {
    fix: 'Leave cursor out to start at the first page, then pass pagination.nextCursor on unchanged.',
    details: [{ path: 'cursor', message }],
  });
}
