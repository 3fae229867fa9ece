/**
 * Why a request got no answer.
 *
 * - `bad_url`, `bad_request`: the request is not one that is ever sent
 * - `blocked`: the host is, or resolves to, an address that may not be called
 * - `dns`, `connect`, `tls`: the way to the host failed
 * - `reset`: the connection broke after it stood; the host may have seen the request
 * - `protocol`: what came back is not HTTP
 * - `too_large`: the header of the answer is over the limit (a long body is cut, not refused)
 * - `timeout`: the time for all of it was up
 * - `aborted`: the caller, or `close()`, ended it
 */
export type EgressErrorKind =
  | 'bad_url'
  | 'bad_request'
  | 'blocked'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'reset'
  | 'protocol'
  | 'too_large'
  | 'timeout'
  | 'aborted';

const retryableKinds: ReadonlySet<EgressErrorKind> = new Set(['dns', 'connect', 'reset', 'timeout']);

/**
 * A request that got no answer. The message is fit for a log that a customer reads: it names the host as the customer
 * wrote it, never an address behind it, a path or a header. The `cause`, where there is one, is for the operator only.
 */
export class EgressError extends Error {
  override readonly name = 'EgressError';
  readonly kind: EgressErrorKind;
  /** Whether the same request may succeed later without anybody changing anything. */
  readonly retryable: boolean;

  constructor(
    kind: EgressErrorKind,
    message: string,
    { retryable = retryableKinds.has(kind), cause }: { retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.retryable = retryable;
  }
}
