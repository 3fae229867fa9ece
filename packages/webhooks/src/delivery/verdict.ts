import type { AttemptErrorKind, DeliveryStatus } from '../contract.ts';
import type { Outcome } from './attempt.ts';
import { pauseAfter, retryAfterMs } from './schedule.ts';

/** What an attempt makes of its delivery. */
export interface Verdict {
  readonly status: Exclude<DeliveryStatus, 'pending'>;
  /** Null when none follows. */
  readonly nextAt: Date | null;
  readonly error: { readonly kind: AttemptErrorKind; readonly message: string } | null;
  /** The endpoint wants no deliveries any more. */
  readonly isGone: boolean;
}

/** @param failures attempts that had failed before this one */
export function verdictOf(
  outcome: Exclude<Outcome, { kind: 'interrupted' }>,
  failures: number,
  now: Date,
  random: number,
): Verdict {
  const error = errorOf(outcome);
  if (error === null) return { status: 'delivered', nextAt: null, error, isGone: false };
  const isGone = outcome.kind === 'answered' && outcome.statusCode === 410;
  const pause = isGone ? undefined : pauseAfter(failures + 1, random);
  if (pause === undefined) return { status: 'failed', nextAt: null, error, isGone };
  const wanted = Math.max(pause, asksToWait(outcome) ? retryAfterMs(outcome.retryAfter, now) : 0);
  return { status: 'retrying', nextAt: new Date(now.getTime() + wanted), error, isGone };
}

function errorOf(outcome: Exclude<Outcome, { kind: 'interrupted' }>): Verdict['error'] {
  if (outcome.kind === 'unanswered') return outcome.error;
  const { statusCode } = outcome;
  if (statusCode >= 200 && statusCode < 300) return null;
  const redirect = statusCode >= 300 && statusCode < 400 ? ' Redirects are not followed.' : '';
  return { kind: 'status', message: `The endpoint answered ${statusCode}.${redirect}` };
}

function asksToWait(outcome: Outcome): outcome is Extract<Outcome, { kind: 'answered' }> {
  return outcome.kind === 'answered' && (outcome.statusCode === 429 || outcome.statusCode === 503);
}
