import { parseJsonBody } from '@conferbot/runtime';
import type { Exchange } from './exchange.ts';
import type { Refusal } from './refusal.ts';

/** An id is looked for in bodies up to this size only: whoever is refused should not cost much. */
const mostBytesForId = 16 * 1024;

/** Words a refusal as JSON-RPC, with the id of the request where it can be read. */
export function refuseMcp(exchange: Exchange, refusal: Refusal, bytes: Buffer | undefined): void {
  const { code, message, status, headers } = refusal;
  const error = { code, message, data: exchange.problemOf(refusal) };
  exchange.answerJson(status, JSON.stringify({ jsonrpc: '2.0', id: idOf(bytes), error }), headers);
}

function idOf(bytes: Buffer | undefined): string | number | null {
  if (bytes === undefined || bytes.length > mostBytesForId) return null;
  let body: unknown;
  try {
    body = parseJsonBody(bytes);
  } catch {
    return null;
  }
  if (typeof body !== 'object' || body === null || !('id' in body) || !('method' in body)) return null;
  return typeof body.id === 'string' || typeof body.id === 'number' ? body.id : null;
}
