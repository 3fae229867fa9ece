import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor, isFault, pageInput, pageOf } from '../src/index.ts';

const shape = z.tuple([z.string(), z.number()]);

describe('cursors', () => {
  it('come back as they were made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.string(), fc.integer(), (page, text, number) => {
        expect(decodeCursor(encodeCursor({ page, after: [text, number] }), shape)).toEqual({
          page,
          after: [text, number],
        });
      }),
    );
  });

  it('refuse any other text with a fault that says how to go on', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        try {
          decodeCursor(text, shape);
        } catch (error) {
          expect(isFault(error) && error.code === 'invalid_argument' && error.fix !== undefined).toBe(true);
          return;
        }
        throw new Error(`took ${text}`);
      }),
    );
  });
});

describe('pages', () => {
  const options = { page: 1, limit: 2, total: 3, keyOf: (row: number) => [row], view: (row: number) => ({ row }) };

  it('tell by one row too many that there is more', () => {
    const page = pageOf([1, 2, 3], options);
    expect(page.data).toEqual([{ row: 1 }, { row: 2 }]);
    expect(page.pagination).toMatchObject({ page: 1, limit: 2, total: 3, totalPages: 2, hasNextPage: true });
    expect(decodeCursor(page.pagination.nextCursor ?? '', z.tuple([z.number()]))).toEqual({ page: 2, after: [2] });
  });

  it('end without a cursor', () => {
    expect(pageOf([3], { ...options, page: 2 }).pagination).toMatchObject({ hasNextPage: false, nextCursor: null });
  });

  it('take 20 rows unless told, and no more than the list allows', () => {
    const input = z.object(pageInput(50));
    expect(input.parse({})).toEqual({ page: 1, limit: 20 });
    expect(input.safeParse({ limit: 51 }).success).toBe(false);
    expect(input.safeParse({ page: 0 }).success).toBe(false);
  });
});
