import type { Json } from '../values/json.ts';

/** Characters of JSON that are kept of what came from outside. */
const largest = 16_384;

/**
 * What came from outside, fit to be kept: plain JSON without what databases refuse (NUL, halves of surrogate pairs), and
 * cut to a text where it is larger than 16 Ki characters.
 */
export function boundedResult(value: Json): Json {
  const json = storableJson(value);
  if (json.length <= largest) return JSON.parse(json) as Json;
  let text = (typeof value === 'string' ? (JSON.parse(json) as string) : json).slice(0, largest - 2).toWellFormed();
  while (JSON.stringify(text).length > largest) text = text.slice(0, Math.floor(text.length * 0.9)).toWellFormed();
  return text;
}

function storableJson(value: Json): string {
  return (jsonOf(value) ?? 'null').replace(/\\(?:u[0-9a-f]{4}|.)/g, escaped => {
    if (escaped === '\\u0000') return '';
    return /^\\ud[89a-f]/.test(escaped) ? '\uFFFD' : escaped;
  });
}

function jsonOf(value: Json): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested too deep for the stack.
    return undefined;
  }
}
