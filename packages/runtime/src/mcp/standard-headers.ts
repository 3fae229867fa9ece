import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';
import type { RequestMessage } from './message.ts';

/** Reads a request header by its lower-case name. */
export type ReadHeader = (name: string) => string | undefined;

/** The field of `params` that the header `Mcp-Name` repeats, by method. */
const nameFields: ReadonlyMap<string, string> = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
  ['tasks/get', 'taskId'],
  ['tasks/update', 'taskId'],
  ['tasks/cancel', 'taskId'],
]);

/**
 * Checks the headers that 2026-07-28 requires beside the body, so that gateways can route without reading it.
 * That `MCP-Protocol-Version` and `Mcp-Method` equal the body where present was checked before.
 *
 * @throws ProtocolError `headerMismatch`, HTTP 400.
 */
export function checkStandardHeaders(request: RequestMessage, version: string, header: ReadHeader): void {
  const { method, params } = request;
  if (header('mcp-protocol-version') === undefined) {
    const problem = `the body envelope names protocol version ${version} but the required MCP-Protocol-Version header is absent`;
    throw headerMismatch('(missing)', problem);
  }
  if (header('mcp-method') === undefined) {
    throw headerMismatch('(missing)', `the body names method ${method} but the required Mcp-Method header is absent`);
  }
  const field = nameFields.get(method);
  if (field === undefined) return;
  const value = params?.[field];
  const sent = trimmed(header('mcp-name'));
  if (sent === undefined) {
    if (typeof value !== 'string') return;
    const problem = `the body carries params.${field}="${value}" but the required Mcp-Name header is absent`;
    throw headerMismatch('(missing)', problem);
  }
  const name = decoded(sent);
  if (name === undefined) throw headerMismatch(sent, 'the Mcp-Name header carries an invalid Base64 sentinel value');
  if (typeof value === 'string' && name !== value) {
    throw headerMismatch(sent, `the body carries params.${field}="${value}" but the Mcp-Name header names "${name}"`);
  }
}

export function headerMismatch(header: string, body: string): ProtocolError {
  return new ProtocolError(errorCodes.headerMismatch, `Bad Request: the request headers and body disagree: ${body}`, {
    status: 400,
    data: { mismatch: { header, body } },
  });
}

/** Without the optional white space of RFC 9110 around it: spaces and tabs. */
export function trimmed(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  let start = 0;
  let end = value.length;
  while (start < end && isBlank(value, start)) start++;
  while (end > start && isBlank(value, end - 1)) end--;
  return value.slice(start, end);
}

function isBlank(value: string, index: number): boolean {
  return value[index] === ' ' || value[index] === '\t';
}

const canonicalBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A header value outside of ASCII travels as `=?base64?…?=`; undefined when what is inside is broken. */
function decoded(value: string): string | undefined {
  if (!value.startsWith('=?base64?') || !value.endsWith('?=')) return value;
  const inner = value.slice(9, -2);
  if (!canonicalBase64.test(inner)) return undefined;
  try {
    return utf8.decode(Buffer.from(inner, 'base64'));
  } catch {
    return undefined;
  }
}
