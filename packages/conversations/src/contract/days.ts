import { instantOf } from './instant-of.ts';
import { zoneOffset } from './zone-offset.ts';

const dayMs = 24 * 3_600_000;

/** The calendar day that a zone has at an instant: `2026-03-29`. */
export function dayAt(epochMs: number, timeZone: string): string {
  return new Date(epochMs + zoneOffset(epochMs, timeZone)).toISOString().slice(0, 10);
}

/** The day that lies so many days later, or earlier. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** The first instant of a day in a zone: not always midnight. */
export function startOfDay(day: string, timeZone: string): number {
  return instantOf(Date.parse(day), timeZone);
}
