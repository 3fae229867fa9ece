import { isUtf8 } from 'node:buffer';
import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';

/** Levels that a request may nest: PGlite's JSON parser, the narrowest in the house, ends the process far below. */
const mostLevels = 64;

/** Bytes that a request may have: 1 MiB. */
export const mostBodyBytes = 1_048_576;

/**
 * Parses the body of a request. Its depth is counted before anything parses it.
 *
 * @throws ProtocolError with HTTP status 400 for what is not JSON in UTF-8, or nests deeper than 64 levels.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw refused(errorCodes.parseError, 'The body is not UTF-8.');
  if (isTooDeep(bytes)) throw refused(errorCodes.invalidRequest, `The body nests deeper than ${mostLevels} levels.`);
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw refused(errorCodes.parseError, 'The body is not valid JSON.');
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
      if (++depth > mostLevels) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return false;
}

function refused(code: number, message: string): ProtocolError {
  return new ProtocolError(code, message, { status: 400 });
}
