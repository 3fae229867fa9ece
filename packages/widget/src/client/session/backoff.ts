const firstPause = 1_000;
const longestPause = 30_000;

/**
 * Pauses between attempts: each up to twice as long as the one before. Chance shortens them by up to a half, so that
 * not all who lost a server come back to it at once.
 */
export class Backoff {
  #pause = firstPause;
  #wake: (() => void) | undefined;

  /** After a success the next pause is a short one. */
  reset(): void {
    this.#pause = firstPause;
  }

  /** Ends a pause at once. */
  readonly wake = (): void => this.#wake?.();

  /** @param ms How long, where somebody said it. */
  async rest(ms?: number): Promise<void> {
    const pause = ms ?? this.#pause * (0.5 + Math.random() / 2);
    this.#pause = Math.min(this.#pause * 2, longestPause);
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, pause);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
