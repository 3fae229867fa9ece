import { Fault, type SqlValue } from '@conferbot/plugin';
import { assertJsonDepth } from './json-depth.ts';

/**
 * A parameter in PostgreSQL's text format; null for null. Dates become ISO 8601 in UTC, lists array
 * literals, bytes hex, other objects JSON.
 *
 * @throws Fault `invalid_argument` for JSON deeper than 64 levels and for text with U+0000, which PostgreSQL cannot keep.
 */
export function encodeValue(value: SqlValue | undefined): string | null {
  switch (typeof value) {
    case 'string':
      return withoutNul(value);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return null;
      if (value instanceof Date) return value.toISOString();
      if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
      if (Array.isArray(value)) return arrayLiteral(value);
      assertJsonDepth(value);
      return withoutNul(JSON.stringify(value));
    case 'undefined':
      return null;
    default:
      throw new TypeError(`A statement cannot carry a ${typeof value}.`);
  }
}

/** Text that may travel as a zero-terminated string. */
export function withoutNul(text: string): string {
  if (!text.includes('\0')) return text;
  throw new Fault('invalid_argument', 'Text must not contain the character U+0000.', { fix: 'Remove the character.' });
}

function arrayLiteral(values: readonly SqlValue[]): string {
  return `{${values.map(arrayElement).join(',')}}`;
}

function arrayElement(value: SqlValue): string {
  if (Array.isArray(value)) return arrayLiteral(value);
  const text = encodeValue(value);
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
