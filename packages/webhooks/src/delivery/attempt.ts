import { type Egress, EgressError, type EgressErrorKind } from '@conferbot/egress';
import { type AttemptErrorKind, deliveryId } from '../contract.ts';
import type { Claim } from './claim.ts';
import { signedHeaders } from './sign.ts';

/** What came of an attempt. */
export type Outcome =
  | {
      readonly kind: 'answered';
      readonly statusCode: number;
      readonly retryAfter: string | null;
      /** Untrusted: the beginning of the answer. */
      readonly body: Uint8Array;
      readonly durationMs: number;
    }
  | {
      readonly kind: 'unanswered';
      readonly error: { readonly kind: AttemptErrorKind; readonly message: string };
      readonly durationMs: number;
    }
  | { readonly kind: 'interrupted' };

const timeoutMs = 10_000;
const keptAnswerBytes = 4096;

const errorKinds: Readonly<Record<Exclude<EgressErrorKind, 'aborted'>, AttemptErrorKind>> = {
  bad_url: 'blocked',
  bad_request: 'blocked',
  blocked: 'blocked',
  dns: 'dns',
  connect: 'connect',
  reset: 'connect',
  tls: 'tls',
  timeout: 'timeout',
  protocol: 'protocol',
  too_large: 'protocol',
};

/** Makes an attempt, outside of any transaction. Redirects are not followed. */
export async function makeAttempt(egress: Egress, claim: Claim, at: Date): Promise<Outcome> {
  const started = performance.now();
  const id = deliveryId.encode(claim.messageId);
  try {
    const answer = await egress.request({
      url: claim.url,
      method: 'POST',
      headers: signedHeaders({ id, event: claim.event, body: claim.body, at }, claim.secrets),
      body: claim.body,
      timeoutMs,
      maxResponseBytes: keptAnswerBytes,
      // Receivers tell copies by webhook-id; a kept connection that was closed is no failure of the endpoint.
      idempotent: true,
    });
    return {
      kind: 'answered',
      statusCode: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: answer.body,
      durationMs: Math.round(answer.durationMs),
    };
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    if (error.kind === 'aborted') return { kind: 'interrupted' };
    const { message } = error;
    const durationMs = Math.round(performance.now() - started);
    return { kind: 'unanswered', error: { kind: errorKinds[error.kind], message }, durationMs };
  }
}
