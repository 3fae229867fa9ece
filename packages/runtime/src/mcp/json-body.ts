import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';

/** Levels that a request may nest: PGlite's JSON parser, the narrowest in the house, ends the process far below. */
export const mostLevels = 64;

/** Bytes that a request may have. */
export const mostBodyBytes = 1_048_576;

/**
 * Parses the body of a request.
 *
 * @throws ProtocolError, HTTP 400, when it is not JSON or nests deeper than {@link mostLevels}.
 */
export function parseJsonBody(text: string): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ProtocolError(errorCodes.parseError, 'Parse error: the request body is not valid JSON', { status: 400 });
  }
  if (isDeeper(body, mostLevels)) {
    const message = `Bad Request: the request body nests deeper than ${mostLevels} levels`;
    throw new ProtocolError(errorCodes.invalidRequest, message, { status: 400 });
  }
  return body;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const child of Object.values(value)) {
    if (isDeeper(child, levels - 1)) return true;
  }
  return false;
}
