import { isUtf8 } from 'node:buffer';
import { Refusal } from './refusal.ts';

/** How deep JSON may nest. Deeper JSON is of no use, and overflows stacks further down. */
export const mostJsonDepth = 64;

/** @throws Refusal 400 for what is not JSON in UTF-8, or nests deeper than {@link mostJsonDepth}. */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Refusal(400, 'The body is not UTF-8.', { code: -32700 });
  if (isTooDeep(bytes)) {
    throw new Refusal(400, `The body nests deeper than ${mostJsonDepth} levels.`, { code: -32600 });
  }
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.', { code: -32700 });
  }
}

/** One pass over the bytes: brackets outside quoted text. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (quoted) {
      if (byte === 0x5c) index++;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > mostJsonDepth) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return false;
}
