import { decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import type { DateRange } from './contract/date-range.ts';

export interface PageRequest {
  readonly page: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A place in a list that is newest first: right before it come the rows of this time and id. */
export interface Place {
  readonly at: string | Date;
  /** uuid */
  readonly id: string;
}

/** How a list reads its rows. Statements compare `(at, id) < (place.at, place.id)`: an index leads there at once. */
export interface KeysetSource<Row> {
  rows(place: Place, limit: number, offset: number): Promise<readonly Row[]>;
  count(): Promise<number>;
  keyOf(row: Row): Place & { readonly at: string };
}

/** The total goes with the cursor: it is counted once, for the first page. */
const cursorShape = z.tuple([z.iso.datetime(), z.uuid(), z.int().min(0)]);

/** Comes before every id of its millisecond: with the end of a range, the place where the range starts. */
const lowestId = '00000000-0000-0000-0000-000000000000';

/** One page of a list that is newest first, within a range of time. */
export async function keysetPage<Row, T>(
  { page, limit, cursor }: PageRequest,
  { to }: Pick<DateRange, 'to'>,
  source: KeysetSource<Row>,
  view: (row: Row) => T,
): Promise<Page<T>> {
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorShape);
  const [at, id, counted] = from?.after ?? [to, lowestId];
  const [rows, total] = await Promise.all([
    source.rows({ at, id }, limit + 1, from === undefined ? (page - 1) * limit : 0),
    counted ?? source.count(),
  ]);
  const keyOf = (row: Row) => {
    const key = source.keyOf(row);
    return [key.at, key.id, total];
  };
  return pageOf(rows, { page: from?.page ?? page, limit, total, keyOf, view });
}
