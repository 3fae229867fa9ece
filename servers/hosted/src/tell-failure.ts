import { ComposeError } from '@conferbot/runtime';
import { ConfigError } from './config.ts';

/**
 * Ends the process with status 1. What whoever started it can put right is said in one line; anything else
 * with its stack.
 */
export function tellFailure(error: unknown): never {
  process.stderr.write(`conferbot: ${reasonOf(error)}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || error instanceof ComposeError || error.name === 'StoreError')
    return error.message;
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'HOST and PORT name an address that is in use: choose another PORT, or 0 for a free one.';
  if ('code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EACCES'))
    return 'HOST and PORT name an address that this process may not listen on.';
  return error.stack ?? error.message;
}
