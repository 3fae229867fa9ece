/** What is counted together: a quarter of an hour, a day or a month, UTC. */
export type Grain = 'quarter' | 'day' | 'month';

export const quarterMs = 15 * 60_000;
export const dayMs = 24 * 3_600_000;
export const quartersOfDay = dayMs / quarterMs;

export function quarterOf(epochMs: number): number {
  return Math.floor(epochMs / quarterMs) * quarterMs;
}

export function dayOf(epochMs: number): number {
  return Math.floor(epochMs / dayMs) * dayMs;
}

/** @param later So many months after it. */
export function monthOf(epochMs: number, later = 0): number {
  const date = new Date(epochMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later);
}

/** Every day from one to another, the latter not included. Both are starts of days. */
export function daysBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, (to - from) / dayMs) }, (_, index) => from + index * dayMs);
}

export function unique(times: Iterable<number>): number[] {
  return [...new Set(times)].sort((a, b) => a - b);
}

export function dates(times: readonly number[]): Date[] {
  return times.map(time => new Date(time));
}
