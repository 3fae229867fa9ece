import { Fault } from '@conferbot/plugin';

const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"$/;
const visible = /^[\x21-\x7e]{1,255}$/;

/**
 * The key in a header `Idempotency-Key`: a string of structured fields (RFC 9651), in quotes, or the bare text.
 *
 * @throws Fault `invalid_argument`.
 */
export function readIdempotencyKey(header: string): string {
  const key = header.startsWith('"') ? unquoted(header) : header;
  if (key !== undefined && visible.test(key)) return key;
  throw new Fault('invalid_argument', 'Idempotency-Key is not a key: it is 1 to 255 visible ASCII characters.', {
    fix: 'Send a new UUID for every new call, and the same one when you repeat that call.',
  });
}

function unquoted(header: string): string | undefined {
  return quoted.test(header) ? header.slice(1, -1).replaceAll(/\\(.)/g, '$1') : undefined;
}
