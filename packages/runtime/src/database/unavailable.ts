import { Fault, isFault } from '@conferbot/plugin';

/** SQLSTATE classes and codes of a server that is not there, is full, stops, or gave up on a statement. */
const passing = /^(08|53|57P0|57014|25P03|25P04)/;

/** `code` of an error of the server (SQLSTATE) or of the socket, if it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Fault `unavailable`, which callers may retry, for failures of reaching the store; other errors as they are. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error) || isFault(error)) return error;
  const code = codeOf(error);
  const isServerError = 'severity' in error;
  const lost =
    !isServerError && (code !== undefined || /^(Connection terminated|Client |timeout e)/.test(error.message));
  if (!lost && !(code !== undefined && isServerError && passing.test(code))) return error;
  return new Fault('unavailable', 'The store could not be reached, or did not answer in time.', {
    fix: 'Try again in a few seconds.',
    cause: error,
  });
}
