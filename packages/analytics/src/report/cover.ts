import { dayMs, dayOf, daysBetween, type Grain, monthOf, unique } from '../rollup/span.ts';

/** Roll-ups of one grain that start in a span of time, `until` not included. */
export interface Piece {
  readonly grain: Grain;
  readonly since: number;
  readonly until: number;
}

/** Which roll-ups make up some time: months where they fit, else days, and quarters for the days that are cut. */
export interface Cover {
  readonly pieces: readonly Piece[];
  /** Days (UTC) that are read by their quarters, some of which may lie outside of the time. */
  readonly cutDays: ReadonlySet<number>;
}

/**
 * @param bounds Where the time starts, where it is split and where it ends, ascending.
 * @param cut Instants whose days have to be read by their quarters.
 */
export function coverOf(bounds: readonly number[], cut: readonly number[]): Cover {
  const [from = 0, to = 0] = [bounds[0], bounds.at(-1)];
  const unaligned = bounds.filter(bound => bound !== dayOf(bound));
  const inside = cut.filter(time => time >= from && time < to);
  const cutDays = new Set(unique([...unaligned, ...inside].map(dayOf)));
  const isWhole = (since: number, until: number) =>
    since >= from &&
    until <= to &&
    !bounds.some(bound => bound > since && bound < until) &&
    !daysBetween(since, until).some(day => cutDays.has(day));
  const pieces: Piece[] = [];
  for (let day = dayOf(from); day < to; ) {
    const nextMonth = monthOf(day, 1);
    const isMonth = day === monthOf(day) && isWhole(day, nextMonth);
    const until = isMonth ? nextMonth : day + dayMs;
    append(pieces, { grain: isMonth ? 'month' : cutDays.has(day) ? 'quarter' : 'day', since: day, until });
    day = until;
  }
  return { pieces, cutDays };
}

/** Neighbours of one grain are read together. */
function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last?.grain === piece.grain && last.until === piece.since)
    pieces[pieces.length - 1] = { ...last, until: piece.until };
  else pieces.push(piece);
}
