import type { Caller } from '../call/caller.ts';
import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';

/** The error as a client may see it: one that nobody foresaw is logged, and its reference is all that leaves. */
export function foreseen(error: unknown, caller: Caller): ProtocolError {
  if (error instanceof ProtocolError) return error;
  caller.logger.error({ err: error }, 'mcp request failed');
  const message = `Internal server error. Reference: ${caller.requestId}.`;
  return new ProtocolError(errorCodes.internalError, message, { status: 500 });
}
