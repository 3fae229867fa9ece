import type { Reply } from '../engine/input.ts';
import { zonedTime } from '../values/zoned-time.ts';
import { type Read, readText, refused, taken } from './reading.ts';

/** What dates a question takes. */
export interface DateBounds {
  /** Asks for a time of day too. */
  readonly withTime: boolean;
  /** IANA zone in which the date is meant. */
  readonly timeZone: string;
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly first?: string;
  readonly last?: string;
}

const shape = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A date or a date with a time, by ISO 8601, as `YYYY-MM-DD` or `YYYY-MM-DD HH:mm` in the zone of the question. */
export function readDate(reply: Reply, { withTime, timeZone, first, last }: DateBounds): Read<string> {
  const example = withTime ? '2026-03-14 15:30' : '2026-03-14';
  const problem = `Please enter a date${withTime ? ' and a time' : ''}, such as ${example}.`;
  const text = readText(reply, problem);
  if (!text.ok) return text;
  const local = localDate(text.value, timeZone);
  if (local === undefined || (withTime && local.length === 10)) return refused(problem);
  const day = local.slice(0, 10);
  if (first !== undefined && day < first) return refused(`Please choose a date from ${first} on.`);
  if (last !== undefined && day > last) return refused(`Please choose a date until ${last}.`);
  return taken(withTime ? local : day);
}

/** A written date as it is in a zone, with its time of day where it has one; undefined for what the calendar lacks. */
export function localDate(written: string, timeZone: string): string | undefined {
  const [, year = '', month = '', day = '', hour, minute = '', second = '0', offset] = shape.exec(written.trim()) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (offset === undefined) return `${date} ${hour}:${minute}`;
  const zone = offset.toUpperCase() === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const instant = Date.parse(`${date}T${hour}:${minute}:00${zone}`);
  const local = Number.isNaN(instant) ? '' : inZone(instant, timeZone);
  return /^\d{4}-/.test(local) ? local : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function inZone(instant: number, timeZone: string): string {
  const { date, minute } = zonedTime(instant, timeZone);
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0'));
  return `${date} ${hours}:${minutes}`;
}
