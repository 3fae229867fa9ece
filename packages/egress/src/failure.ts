import type { Phase } from './deadline.ts';
import { EgressError } from './egress-error.ts';
import type { Target } from './target.ts';

const certificate: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  CERT_REVOKED: 'was revoked',
  CERT_SIGNATURE_FAILURE: 'has a wrong signature',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name',
  SELF_SIGNED_CERT_IN_CHAIN: 'comes from an authority that is not known',
  UNABLE_TO_GET_ISSUER_CERT: 'comes from an authority that is not known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'comes from an authority that is not known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'comes without its chain, or from an authority that is not known',
};

/** What went wrong, in the words of {@link EgressError}. */
export function failureOf(cause: unknown, phase: Phase, { host, port }: Target): EgressError {
  if (cause instanceof EgressError) return cause;
  const { code: found } = cause as { code?: unknown };
  const code = typeof found === 'string' ? found : '';
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new EgressError('too_large', `The header of the answer of ${host} is too large.`, { cause });
  }
  if (phase === 'connect') {
    const how = code === 'ECONNREFUSED' ? 'refused the connection' : 'could not be reached';
    return new EgressError('connect', `${host} ${how} on port ${port}.`, { cause });
  }
  if (phase === 'tls' || code.startsWith('ERR_SSL_')) return tlsFailure(cause, code, host);
  if (code.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE') {
    return new EgressError('protocol', `${host} did not answer in valid HTTP.`, { cause });
  }
  const when = phase === 'body' ? 'in the middle of its answer' : 'without an answer';
  return new EgressError('reset', `${host} closed the connection ${when}.`, { cause });
}

function tlsFailure(cause: unknown, code: string, host: string): EgressError {
  const flaw = certificate[code];
  if (flaw !== undefined) return new EgressError('tls', `The certificate of ${host} ${flaw}.`, { cause });
  const dropped = code === 'ECONNRESET' || code === 'EPIPE';
  return new EgressError('tls', `The TLS handshake with ${host} failed.`, { cause, retryable: dropped });
}
