/** Codes of JSON-RPC 2.0 and of MCP that this server sends. */
export const errorCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  /** Refused before dispatch: authentication, plan, limits (implementation range of JSON-RPC). */
  refused: -32000,
  /** Up to 2025-11-25; `invalidParams` from 2026-07-28 on. */
  resourceNotFound: -32002,
  /** 2026-07-28: a header does not equal the body. */
  headerMismatch: -32020,
  /** 2026-07-28: the client lacks a capability that the call needs. */
  missingCapability: -32021,
  /** 2026-07-28: unknown protocol version. */
  unsupportedVersion: -32022,
} as const;

/** A failure that a client reads as a JSON-RPC error, not as the result of a tool. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: number;
  readonly data: unknown;
  /** HTTP status where the request came over HTTP and the status differs from the era's default. */
  readonly status: number | undefined;

  constructor(code: number, message: string, options: { readonly data?: unknown; readonly status?: number } = {}) {
    super(message);
    this.code = code;
    this.data = options.data;
    this.status = options.status;
  }
}
