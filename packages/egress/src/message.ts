import { validateHeaderName, validateHeaderValue } from 'node:http';
import { EgressError } from './egress-error.ts';
import type { EgressRequest } from './egress-request.ts';

/** A request as it is sent, but for where to. */
export interface Message {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly idempotent: boolean;
  readonly maxResponseBytes: number;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const repeatable = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);
const bodiless = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);
const ours =
  /^(?:host|content-length|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|http2-settings)$/;

/** Checks what the caller gave, and adds what every request has. */
export function composeMessage(request: EgressRequest, userAgent: string): Message {
  const { method = 'GET', maxResponseBytes = 256 * 1024 } = request;
  if (!methods.has(method)) throw new EgressError('bad_request', 'The method is not one that is sent.');
  if (!(maxResponseBytes >= 0)) throw new EgressError('bad_request', 'maxResponseBytes must be 0 or more.');
  const body = request.body === undefined ? undefined : Buffer.from(request.body);
  const length = body === undefined && bodiless.has(method) ? {} : { 'content-length': String(body?.length ?? 0) };
  return {
    method,
    headers: { 'user-agent': userAgent, 'accept-encoding': 'identity', ...checked(request.headers), ...length },
    body,
    idempotent: request.idempotent ?? repeatable.has(method),
    maxResponseBytes,
  };
}

function checked(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => {
    const key = name.toLowerCase();
    if (ours.test(key) || key.startsWith('proxy-')) {
      throw new EgressError('bad_request', `The header ${key} is not the caller's to set.`);
    }
    try {
      validateHeaderName(key);
      validateHeaderValue(key, value);
    } catch {
      throw new EgressError('bad_request', 'A header has a name or value that HTTP does not allow.');
    }
    return [key, value];
  });
  return Object.fromEntries(entries);
}
