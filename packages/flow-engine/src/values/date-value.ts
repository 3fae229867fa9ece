import { isCalendarDate } from './calendar-date.ts';
import type { Json } from './json.ts';
import { zonedTime } from './zoned-time.ts';

const shape = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** A date as it was written: a day, a time on the wall, or an instant. */
type DateValue =
  | { readonly kind: 'day' | 'wall'; readonly text: string }
  | { readonly kind: 'instant'; readonly at: number };

/**
 * Which of two ISO dates comes first, as a sort order; undefined unless both are dates. A day and a time are compared
 * by their days, an instant and a time without a zone by the clock of the given zone.
 */
export function compareDates(left: Json, right: Json, timeZone: string): number | undefined {
  const first = readDate(left);
  const second = readDate(right);
  if (first === undefined || second === undefined) return undefined;
  if (first.kind === 'instant' && second.kind === 'instant') return Math.sign(first.at - second.at);
  const length = first.kind === 'day' || second.kind === 'day' ? 10 : undefined;
  const [one, other] = [wallClock(first, timeZone).slice(0, length), wallClock(second, timeZone).slice(0, length)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function readDate(value: Json): DateValue | undefined {
  const [, day, time, seconds = '00', fraction = '', zone] =
    typeof value === 'string' ? (shape.exec(value.trim()) ?? []) : [];
  if (day === undefined || !isCalendarDate(day)) return undefined;
  if (time === undefined) return { kind: 'day', text: day };
  const text = `${day}T${time}:${seconds}.${fraction.padEnd(3, '0')}`;
  const at = Date.parse(`${text}${zone === undefined || zone === 'Z' ? 'Z' : withColon(zone)}`);
  if (Number.isNaN(at)) return undefined;
  return zone === undefined ? { kind: 'wall', text } : { kind: 'instant', at };
}

const withColon = (offset: string): string => `${offset.slice(0, 3)}:${offset.slice(-2)}`;

function wallClock(value: DateValue, timeZone: string): string {
  if (value.kind !== 'instant') return value.text;
  const { date, minute } = zonedTime(value.at, timeZone);
  const clock = new Date(minute * 60_000).toISOString().slice(11, 16);
  return `${date}T${clock}${new Date(value.at).toISOString().slice(16, 23)}`;
}
