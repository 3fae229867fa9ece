interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

const mostKept = 20_000;

/** So many a minute for each key, in this process: a bucket that fills up evenly. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /**
   * Takes one; returns the seconds until there is one, 0 where it was taken.
   *
   * @param key Undefined is not limited
   */
  take(key: string | undefined, now: number): number {
    if (key === undefined) return 0;
    const { tokens, at } = this.#buckets.get(key) ?? { tokens: this.#perMinute, at: now };
    const filled = Math.min(this.#perMinute, tokens + (Math.max(0, now - at) * this.#perMinute) / 60_000);
    if (filled < 1) return Math.ceil(((1 - filled) * 60) / this.#perMinute);
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: filled - 1, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > mostKept && oldest !== undefined) this.#buckets.delete(oldest);
    return 0;
  }
}
