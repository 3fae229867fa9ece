import { setTimeout as sleep } from 'node:timers/promises';
import { type Egress, EgressError, type EgressMethod, type EgressResponse } from '@conferbot/egress';
import type { EffectContext, EffectPort, EffectRequest, EffectResult } from '@conferbot/flow-engine';
import { bodyValue } from './body-value.ts';
import { failed, failureOf } from './failure.ts';
import { type Proof, proofOf } from './http-authentication.ts';

type HttpRequest = Extract<EffectRequest, { readonly kind: 'http' }>;

/** Pauses between attempts, in milliseconds: together they stay below what the engine grants for them. */
const pauses = [250, 500, 1_000, 2_000, 4_000];
const mostBytes = 256 * 1024;

/** HTTP calls of flows. Every attempt carries the same `Idempotency-Key`. */
export function httpPort(egress: Egress): EffectPort<'http'> {
  return async (request, context) => {
    try {
      const proof = await proofFor(request, egress, context);
      if (proof === undefined) return failed('failed', 'The authentication gave no token.');
      return resultOf(await send(request, proof, egress, context));
    } catch (error) {
      return failureOf(error);
    }
  };
}

async function proofFor(
  { authentication, timeoutMs }: HttpRequest,
  egress: Egress,
  { signal }: EffectContext,
): Promise<Proof | undefined> {
  return authentication === undefined ? { headers: {} } : proofOf(authentication, { egress, timeoutMs, signal });
}

async function send(
  request: HttpRequest,
  proof: Proof,
  egress: Egress,
  { id, signal }: EffectContext,
): Promise<EgressResponse> {
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt >= request.retries;
    try {
      const answer = await egress.request({
        url: addressOf(request.url, proof),
        method: request.method as EgressMethod,
        headers: headersOf(request, proof, id),
        ...(request.body !== undefined && { body: request.body }),
        timeoutMs: request.timeoutMs,
        maxResponseBytes: mostBytes,
        signal,
      });
      if (isLast || !(answer.status >= 500 || answer.status === 429)) return answer;
    } catch (error) {
      if (isLast || !(error instanceof EgressError && error.retryable)) throw error;
    }
    await sleep(pauses[attempt] ?? 4_000, undefined, { signal });
  }
}

function addressOf(url: string, { query }: Proof): string {
  if (query === undefined) return url;
  const address = new URL(url);
  address.searchParams.set(...query);
  return address.href;
}

/** Names of headers are the same in small and capital letters: the proof goes before what the author wrote. */
function headersOf({ headers }: HttpRequest, proof: Proof, id: string): Record<string, string> {
  const named = [['idempotency-key', id], ...Object.entries(headers), ...Object.entries(proof.headers)] as const;
  return Object.fromEntries(named.map(([name, value]) => [String(name).toLowerCase(), String(value)]));
}

function resultOf(answer: EgressResponse): EffectResult {
  if (answer.status < 200 || answer.status > 299) return failed('status', `The answer was HTTP ${answer.status}.`);
  return { ok: true, value: bodyValue(answer) };
}
