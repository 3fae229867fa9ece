import { EgressError } from '@conferbot/egress';
import type { EffectErrorKind, EffectResult } from '@conferbot/flow-engine';

type Failure = Extract<EffectResult, { readonly ok: false }>;

export function failed(kind: EffectErrorKind, message?: string): Failure {
  return { ok: false, error: { kind, ...(message !== undefined && { message }) } };
}

const kinds: Partial<Record<EgressError['kind'], EffectErrorKind>> = {
  blocked: 'blocked',
  dns: 'dns',
  connect: 'connect',
  tls: 'tls',
  timeout: 'timeout',
  protocol: 'bad_response',
  too_large: 'bad_response',
};

/** Why a request had no answer, in words that an author may read. @throws what is no failure of a request */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof EgressError)) throw error;
  return failed(kinds[error.kind] ?? 'failed', error.message);
}
