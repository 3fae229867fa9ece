import { addDays, dayAt, startOfDay } from './days.ts';

/** Whole days up to and including today, and as many before them. */
export interface RecentDays {
  /** Oldest first. */
  readonly days: readonly string[];
  /** When each day starts, and when the last one ends: one more than there are days. */
  readonly bounds: readonly Date[];
  /** Where the period before starts; it ends where this one starts. */
  readonly previousFrom: Date;
}

/** The last so many days in a zone, the current one counted. */
export function recentDays(now: Date, count: number, timeZone: string): RecentDays {
  const today = dayAt(now.getTime(), timeZone);
  const days = Array.from({ length: count }, (_, index) => addDays(today, index + 1 - count));
  const startOf = (day: string) => new Date(startOfDay(day, timeZone));
  return {
    days,
    bounds: [...days, addDays(today, 1)].map(startOf),
    previousFrom: startOf(addDays(today, 1 - 2 * count)),
  };
}
