import type { Json } from '../values/json.ts';

/** A value as people read it: lists with commas, objects as JSON, nothing for null. */
export function asText(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(item => asText(item as Json)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
