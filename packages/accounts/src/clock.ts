/**
 * What time it is: on a clock that never goes back, for limits, and by the database's clock, for days and months,
 * which all processes must see alike.
 */
export class Clock {
  readonly #fixed: (() => number) | undefined;
  /** What to add to the ticks of this process to get the database's time. */
  #origin = performance.timeOrigin;

  /** @param fixed Milliseconds since the epoch: replaces both clocks, for tests. */
  constructor(fixed?: () => number) {
    this.#fixed = fixed;
  }

  /** Whole milliseconds of a clock that only goes forward. */
  ticks(): number {
    return Math.floor(this.#fixed?.() ?? performance.now());
  }

  /** Milliseconds since the epoch, by the database's clock as last observed. */
  now(): number {
    return this.#fixed?.() ?? performance.now() + this.#origin;
  }

  /** What a statement takes instead of the database's `now()`; null for the database's own. */
  get override(): Date | null {
    return this.#fixed === undefined ? null : new Date(this.#fixed());
  }

  /** @param databaseNow Milliseconds since the epoch that the database answered just now. */
  observe(databaseNow: number): void {
    this.#origin = databaseNow - performance.now();
  }
}
