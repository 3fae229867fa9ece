import type { Effect, EffectRequest, EffectResult } from './effect.ts';
import type { Ports } from './ports.ts';

/** Carries out one kind of effect. May throw, and may be given up when its signal aborts. */
export type EffectPort<Kind extends EffectRequest['kind']> = (
  request: Extract<EffectRequest, { readonly kind: Kind }>,
  context: EffectContext,
) => Promise<EffectResult>;

export interface EffectContext {
  /** The same each time that this effect is carried out: the idempotency key. */
  readonly id: string;
  readonly nodeId: string;
  /** Aborts at the deadline; the result is no longer waited for. */
  readonly signal: AbortSignal;
}

/** What `takeTurn` asks of its surroundings. An effect whose port is absent ends as `not_configured`. */
export type EffectPorts = Ports & { readonly [Kind in EffectRequest['kind']]?: EffectPort<Kind> };

/** Milliseconds; an `http` request says its own. */
const deadlines = { ai: 60_000, connector: 30_000, mail: 30_000, handover: 10_000 } as const;
/** Beyond the attempts of an `http` request, for the pauses between them. */
const pausesMs = 10_000;

/** Carries one effect out. Never rejects, and never takes longer than the deadline of its kind. */
export async function carryOut({ id, nodeId, request }: Effect, ports: EffectPorts): Promise<EffectResult> {
  const port = ports[request.kind] as EffectPort<EffectRequest['kind']> | undefined;
  if (port === undefined) return { ok: false, error: { kind: 'not_configured' } };
  const aborter = new AbortController();
  const deadlineMs = deadlineOf(request);
  const { promise: late, resolve } = Promise.withResolvers<EffectResult>();
  const timer = setTimeout(() => {
    resolve({ ok: false, error: { kind: 'timeout', message: `There was no result within ${deadlineMs} ms.` } });
    aborter.abort();
  }, deadlineMs);
  try {
    return readResult(await Promise.race([port(request, { id, nodeId, signal: aborter.signal }), late]));
  } catch (error) {
    return { ok: false, error: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } };
  } finally {
    clearTimeout(timer);
  }
}

function deadlineOf(request: EffectRequest): number {
  return request.kind === 'http' ? request.timeoutMs * (request.retries + 1) + pausesMs : deadlines[request.kind];
}

/** As it would come back from a store: what is not JSON cannot be kept in a state. */
function readResult(result: EffectResult): EffectResult {
  const read: EffectResult | undefined = JSON.parse(JSON.stringify(result) ?? 'null') ?? undefined;
  if (read?.ok === true) return { ok: true, value: read.value ?? null };
  if (read?.ok === false && typeof read.error?.kind === 'string') return { ok: false, error: read.error };
  return { ok: false, error: { kind: 'bad_response', message: 'The port returned no result.' } };
}
