import { SlidingWindow } from './sliding-window.ts';

/** The window of each key that was used in the last minute. */
export class MinuteLimiter {
  readonly #windows = new Map<string, SlidingWindow>();

  /** Keys that are remembered. */
  get size(): number {
    return this.#windows.size;
  }

  window(keyId: string): SlidingWindow {
    let window = this.#windows.get(keyId);
    if (window === undefined) {
      window = new SlidingWindow();
      this.#windows.set(keyId, window);
    }
    return window;
  }

  /** Forgets windows that are empty. */
  sweep(now: number): void {
    for (const [keyId, window] of this.#windows) if (window.count(now) === 0) this.#windows.delete(keyId);
  }
}
