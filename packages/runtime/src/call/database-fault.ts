import { Fault } from '@conferbot/plugin';

/**
 * What a failure of the database means to a caller, by its SQLSTATE
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html); undefined when it means a defect of ours.
 */
export function databaseFault(error: unknown): Fault | undefined {
  const code = sqlStateOf(error);
  if (code === undefined) return undefined;
  if (code === '23505') return new Fault('conflict', 'Something with these values exists already.', { cause: error });
  if (code === '40001' || code === '40P01') {
    return new Fault('conflict', 'Another change got in the way; nothing was written.', {
      fix: 'Make the same call again.',
      cause: error,
    });
  }
  if (code === '22021' || code === '22P05' || code === '22P02') {
    return new Fault('invalid_argument', 'A text holds characters that cannot be stored, such as NUL.', {
      cause: error,
    });
  }
  if (code === '57014') {
    return new Fault('unavailable', 'The call took too long and was stopped; nothing was written.', {
      fix: 'Ask for less at a time, or make the same call again.',
      cause: error,
    });
  }
  if (/^(08|53|57|58)/.test(code) || connectionErrors.has(code)) {
    return new Fault('unavailable', 'The database cannot be reached right now; nothing was written.', {
      fix: 'Make the same call again in a few seconds.',
      cause: error,
    });
  }
  return undefined;
}

const connectionErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'CONNECTION_LOST']);

function sqlStateOf(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}
