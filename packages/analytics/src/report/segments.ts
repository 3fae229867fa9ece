import type { DaySegment } from '../rollup/day-courses.ts';
import { dayMs, dayOf, quarterMs } from '../rollup/span.ts';

/** The parts of whole days (UTC) that make up the days of a zone; what lies in `cutDays` is left out. */
export function segmentsOf(bounds: readonly number[], cutDays: ReadonlySet<number>): DaySegment[] {
  return bounds.slice(1).flatMap((until, index) => {
    const since = bounds[index] ?? until;
    const segments: DaySegment[] = [];
    for (let day = dayOf(since); day < until; day += dayMs) {
      if (cutDays.has(day)) continue;
      segments.push({
        day,
        since: quartersIn(day, Math.max(since, day)),
        until: quartersIn(day, Math.min(until, day + dayMs)),
        index,
      });
    }
    return segments;
  });
}

function quartersIn(day: number, time: number): number {
  return Math.round((time - day) / quarterMs);
}

/** Place of the day that a time is in; -1 before the first. */
export function dayIndexOf(bounds: readonly number[], time: number): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
