import { zoneOffset } from './zone-offset.ts';

/** More than clocks ever differ from UTC, less than clock changes lie apart. */
const dayMs = 24 * 3_600_000;

/**
 * When the clocks of a zone show a time first: the earlier of two instants where they go back over it, the moment of
 * the change where they skip it.
 *
 * @param wallTime the date and time on the clocks, as if they showed UTC; milliseconds since 1970
 */
export function instantOf(wallTime: number, timeZone: string): number {
  const before = zoneOffset(wallTime - dayMs, timeZone);
  const after = zoneOffset(wallTime + dayMs, timeZone);
  if (before === after) return wallTime - before;
  const shown = [wallTime - before, wallTime - after].filter(at => at + zoneOffset(at, timeZone) === wallTime);
  return shown.length > 0 ? Math.min(...shown) : changeAfter(wallTime - dayMs, wallTime + dayMs, timeZone);
}

/** The first millisecond with another offset than `from`, of an interval with one change. */
function changeAfter(from: number, to: number, timeZone: string): number {
  const offset = zoneOffset(from, timeZone);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffset(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high;
}
