import { type Fault, isFault } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';

/** What a model reads when a tool fails. */
export interface Failure {
  readonly error: Fault['code'];
  readonly message: string;
  readonly fix?: string;
  readonly details?: Fault['details'];
}

/** Shapes a fault for the caller; anything else is logged, and the caller gets its reference only. */
export function failureOf(error: unknown, caller: Pick<Caller, 'requestId' | 'logger'>, what: string): Failure {
  if (isFault(error)) {
    if (error.cause !== undefined) caller.logger.warn({ err: error.cause, what }, 'call refused');
    return {
      error: error.code,
      message: error.message,
      ...(error.fix === undefined ? {} : { fix: error.fix }),
      ...(error.details === undefined ? {} : { details: error.details }),
    };
  }
  caller.logger.error({ err: error, what }, 'call failed');
  return {
    error: 'unavailable',
    message: `Something failed on our side; nothing was written. Reference: ${caller.requestId}.`,
    fix: 'Try once more; if it fails again, report the reference.',
  };
}
