import { ChatRefusal } from './chat-refusal.ts';

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

  /** @throws ChatRefusal 429 */
  take(key: string, now: number): void {
    const { tokens, at } = this.#buckets.get(key) ?? { tokens: this.#perMinute, at: now };
    const filled = Math.min(this.#perMinute, tokens + (Math.max(0, now - at) * this.#perMinute) / 60_000);
    if (filled < 1) {
      const seconds = Math.ceil(((1 - filled) * 60) / this.#perMinute);
      throw new ChatRefusal(429, `Too many requests: try again in ${seconds} s.`, { 'retry-after': String(seconds) });
    }
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: filled - 1, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > mostKept && oldest !== undefined) this.#buckets.delete(oldest);
  }
}
