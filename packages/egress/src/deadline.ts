import { EgressError } from './egress-error.ts';

/** What a request is busy with. */
export type Phase = 'dns' | 'turn' | 'connect' | 'tls' | 'answer' | 'body';

const late: Record<Phase, string> = {
  dns: 'could not be resolved',
  turn: 'had no connection to spare',
  connect: 'accepted no connection',
  tls: 'did not finish the TLS handshake',
  answer: 'sent no answer',
  body: 'did not finish its answer',
};

/** The end that is set to one request: when its time is up, its caller gives up, or the egress closes. */
export class Deadline {
  phase: Phase = 'dns';
  readonly #controller = new AbortController();
  readonly #end: number;
  readonly #timer: NodeJS.Timeout;
  readonly #caller: AbortSignal | undefined;
  readonly #onAbort = () => this.abort('The request was aborted.', this.#caller?.reason);

  constructor(host: string, timeoutMs: number, caller: AbortSignal | undefined) {
    this.#end = performance.now() + timeoutMs;
    this.#caller = caller;
    this.#timer = setTimeout(() => {
      const message = `${host} ${late[this.phase]} within ${timeoutMs / 1000} s.`;
      this.#controller.abort(new EgressError('timeout', message));
    }, timeoutMs);
    if (caller?.aborted) this.#onAbort();
    else caller?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Aborted with an {@link EgressError} as its reason. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get remainingMs(): number {
    return Math.max(0, this.#end - performance.now());
  }

  abort(message: string, cause?: unknown): void {
    this.#controller.abort(new EgressError('aborted', message, { cause }));
  }

  /** Does not wait for the promise any longer than the deadline allows. */
  race<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this;
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(signal.reason);
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
  }

  /** The request is over: nothing is left behind. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#onAbort);
  }
}
