import type { Json } from '../values/json.ts';
import { asText } from './as-text.ts';
import type { Scope } from './template.ts';

/** One filter of a placeholder. Unset values pass through all but `default`. */
export function applyFilter(
  name: string,
  value: Json | undefined,
  argument: string | undefined,
  scope: Pick<Scope, 'locale' | 'timeZone'>,
): Json | undefined {
  if (name === 'default') return value === undefined || value === null || value === '' ? (argument ?? '') : value;
  if (value === undefined) return undefined;
  switch (name) {
    case 'upper':
      return asText(value).toUpperCase();
    case 'lower':
      return asText(value).toLowerCase();
    case 'trim':
      return asText(value).trim();
    case 'json':
      return JSON.stringify(value);
    case 'date':
      return dateText(value, argument ?? 'medium', scope);
    default:
      return value;
  }
}

const dateStyles = new Set(['short', 'medium', 'long', 'full']);

/** A day, a time on the wall or an instant. What else `Date.parse` reads depends on where it runs. */
const isoDate = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/;

function dateText(value: Json, style: string, { locale, timeZone }: Pick<Scope, 'locale' | 'timeZone'>): string {
  const text = asText(value);
  const [, day, clock, zone] = typeof value === 'string' ? (isoDate.exec(text) ?? []) : [];
  const time = typeof value === 'number' ? value : Date.parse(`${day}T${clock ?? '00:00'}${zone ?? 'Z'}`);
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return text;
  const onTheWall = clock !== undefined && zone === undefined;
  if (style === 'iso' || !dateStyles.has(style)) return onTheWall ? text : new Date(time).toISOString();
  return new Intl.DateTimeFormat(locale, {
    dateStyle: style as 'short',
    ...((day === undefined || clock !== undefined) && { timeStyle: 'short' }),
    timeZone: day !== undefined && zone === undefined ? 'UTC' : timeZone,
  }).format(time);
}
