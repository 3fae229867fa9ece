/** Milliseconds that a window looks back. */
export const windowLength = 60_000;

/**
 * Exact log of what happened in the last 60 seconds. What happens in the same millisecond is one run, so the log
 * holds 60,000 runs at most, however high the limit; it starts small and grows as needed.
 *
 * Moments are whole milliseconds of a clock that never goes back. A moment is in the window of `now` when it is
 * later than `now - 60,000`.
 */
export class SlidingWindow {
  /** Ring buffers: when each run happened, and how often. */
  #stamps = new Float64Array(4);
  #counts = new Uint32Array(4);
  #head = 0;
  #runs = 0;
  #total = 0;

  /** How much is in the window. */
  count(now: number): number {
    while (this.#runs > 0 && this.#stampAt(0) <= now - windowLength) {
      this.#total -= this.#counts[this.#head] ?? 0;
      this.#head = (this.#head + 1) & (this.#stamps.length - 1);
      this.#runs--;
    }
    return this.#total;
  }

  add(now: number): void {
    this.#total++;
    const last = (this.#head + this.#runs - 1) & (this.#stamps.length - 1);
    if (this.#runs > 0 && (this.#stamps[last] ?? 0) >= now) {
      this.#counts[last] = (this.#counts[last] ?? 0) + 1;
      return;
    }
    if (this.#runs === this.#stamps.length) this.#grow();
    const next = (this.#head + this.#runs) & (this.#stamps.length - 1);
    this.#stamps[next] = now;
    this.#counts[next] = 1;
    this.#runs++;
  }

  /** Milliseconds until fewer than `limit` are in the window; 0 when that is so already. */
  wait(limit: number, now: number): number {
    let left = this.count(now);
    let run = 0;
    let wait = 0;
    while (left >= limit && run < this.#runs) {
      wait = this.#stampAt(run) + windowLength - now;
      left -= this.#counts[(this.#head + run) & (this.#stamps.length - 1)] ?? 0;
      run++;
    }
    return wait;
  }

  /** Milliseconds until the oldest leaves the window; 0 when the window is empty. */
  oldestLeavesIn(now: number): number {
    return this.count(now) === 0 ? 0 : this.#stampAt(0) + windowLength - now;
  }

  #stampAt(run: number): number {
    return this.#stamps[(this.#head + run) & (this.#stamps.length - 1)] ?? 0;
  }

  #grow(): void {
    const capacity = this.#stamps.length;
    const stamps = new Float64Array(capacity * 2);
    const counts = new Uint32Array(capacity * 2);
    for (let run = 0; run < this.#runs; run++) {
      const index = (this.#head + run) & (capacity - 1);
      stamps[run] = this.#stamps[index] ?? 0;
      counts[run] = this.#counts[index] ?? 0;
    }
    this.#stamps = stamps;
    this.#counts = counts;
    this.#head = 0;
  }
}
