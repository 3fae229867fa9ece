import { Fault } from '@conferbot/plugin';

const defaultTimeout = 30_000;

/** Milliseconds that a call may take. */
export function timeoutOf(runtime: { readonly callTimeout?: number }): number {
  return runtime.callTimeout ?? defaultTimeout;
}

/**
 * Waits for `work`, but not beyond the deadline of its call: also work that pays no heed to `ctx.signal` ends there
 * for the caller, and its transaction with it.
 *
 * @throws Fault `unavailable` at the deadline.
 */
export function beforeDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLate()), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function tooLate(): Fault {
  return new Fault('unavailable', 'The call took too long and was stopped; nothing was written.', {
    fix: 'Ask for less at a time, or make the same call again.',
  });
}
