/** Lets so many do something at once for one key; the others wait in the order in which they came. */
export class Turns {
  readonly #atOnce: number;
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Resolves when it is the caller's turn, who ends it with {@link leave}; rejects with the reason of the signal. */
  enter(key: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason);
    const taken = this.#taken.get(key) ?? 0;
    if (taken < this.#atOnce) {
      this.#taken.set(key, taken + 1);
      return Promise.resolve();
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting = this.#waiting.get(key) ?? new Set();
    this.#waiting.set(key, waiting.add(resolve));
    const onAbort = () => {
      this.#forget(key, resolve);
      reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    return promise.finally(() => signal.removeEventListener('abort', onAbort));
  }

  /** The turn goes to who waits longest. */
  leave(key: string): void {
    const [next] = this.#waiting.get(key) ?? [];
    if (next !== undefined) {
      this.#forget(key, next);
      next();
      return;
    }
    const left = (this.#taken.get(key) ?? 1) - 1;
    if (left === 0) this.#taken.delete(key);
    else this.#taken.set(key, left);
  }

  #forget(key: string, waiter: () => void): void {
    const waiting = this.#waiting.get(key);
    waiting?.delete(waiter);
    if (waiting?.size === 0) this.#waiting.delete(key);
  }
}
