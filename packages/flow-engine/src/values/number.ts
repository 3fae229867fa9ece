import type { Json } from './json.ts';

const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** A number, or a text that is one from its first character to its last; undefined for "12 Main St". */
export function readNumber(value: Json): number | undefined {
  if (typeof value === 'string') {
    const text = value.trim();
    return numeral.test(text) ? finite(Number(text)) : undefined;
  }
  return typeof value === 'number' ? finite(value) : undefined;
}

/** No minus before zero, which JSON does not keep. */
function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value + 0 : undefined;
}
