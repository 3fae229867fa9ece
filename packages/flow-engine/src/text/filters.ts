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

function dateText(value: Json, style: string, { locale, timeZone }: Pick<Scope, 'locale' | 'timeZone'>): string {
  const text = asText(value);
  const time = typeof value === 'number' ? value : Date.parse(text);
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return text;
  if (style === 'iso' || !dateStyles.has(style)) return new Date(time).toISOString();
  const dayOnly = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  return new Intl.DateTimeFormat(locale, {
    dateStyle: style as 'short',
    ...(dayOnly ? { timeZone: 'UTC' } : { timeStyle: 'short', timeZone }),
  }).format(time);
}
