import type { Refusal } from '../refusal.ts';

/** The two headers that may carry a key. */
export interface KeyHeaders {
  /** Value of `x-api-key`. */
  readonly apiKey?: string | undefined;
  /** Value of `authorization`. */
  readonly authorization?: string | undefined;
}

/** The key that a request presents, or why there is none. */
export function presentedKey(headers: KeyHeaders): string | Refusal {
  const { apiKey, authorization } = headers;
  const bearer = authorization === undefined ? undefined : bearerToken(authorization);
  if (apiKey === undefined || apiKey === '') return bearer ?? missing;
  return bearer === undefined || bearer === apiKey ? apiKey : ambiguous;
}

function bearerToken(authorization: string): string | undefined {
  const scheme = authorization.slice(0, 7).toLowerCase();
  return scheme === 'bearer ' ? authorization.slice(7).trim() || undefined : undefined;
}

const missing: Refusal = Object.freeze({
  status: 401,
  error: 'Unauthorized',
  message: 'An API key is missing: send it as "x-api-key: YOUR_KEY" or "Authorization: Bearer YOUR_KEY".',
});

const ambiguous: Refusal = Object.freeze({
  status: 400,
  error: 'Bad Request',
  message: 'The x-api-key and Authorization headers carry different API keys: send one of them.',
});
