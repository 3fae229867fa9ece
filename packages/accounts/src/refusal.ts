import type { RateLimits } from './limits/rate-limits.ts';

/** Why a request is not served, ready for the body of an error answer. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 429 | 503;
  /** Short title. */
  readonly error: string;
  /** A sentence: what is wrong, what to do. */
  readonly message: string;
  /** Whole seconds for the `Retry-After` header. */
  readonly retryAfter?: number;
  /** Where a known caller stands. */
  readonly limits?: RateLimits;
}

/** Tells a refusal from a caller or an admission. */
export function isRefusal(answer: object): answer is Refusal {
  return 'status' in answer;
}

/** The store cannot be asked. */
export const storeAway: Refusal = Object.freeze({
  status: 503,
  error: 'Service Unavailable',
  message: 'The service cannot check API keys and limits right now. Try again in a few seconds.',
  retryAfter: 2,
});
