import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Signs what travels through a client and comes back: confirmation tokens and round-trip state. A token holds
 * its text and its expiry in the open and is bound by HMAC-SHA256 to a purpose: workspace, tool, arguments.
 */
export class CallTokens {
  readonly #secret: Uint8Array;
  readonly #clock: () => number;

  constructor(secret: Uint8Array, clock: () => number = Date.now) {
    if (secret.byteLength < 32) throw new RangeError('The secret of call tokens is at least 32 bytes long.');
    this.#secret = secret;
    this.#clock = clock;
  }

  /** `ttl` in seconds, default 600. */
  seal(text: string, purpose: readonly string[], ttl = 600): string {
    const expires = Math.floor(this.#clock() / 1000) + ttl;
    const body = `${expires}.${Buffer.from(text).toString('base64url')}`;
    return `${body}.${this.#sign(body, purpose)}`;
  }

  /** The sealed text; undefined when the token is not ours, is for another purpose, or has expired. */
  open(token: string, purpose: readonly string[]): string | undefined {
    const [expires = '', text = '', signature = '', ...rest] = token.split('.');
    const expected = Buffer.from(this.#sign(`${expires}.${text}`, purpose));
    const actual = Buffer.from(signature);
    if (rest.length > 0 || actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined;
    if (!(Number(expires) * 1000 > this.#clock())) return undefined;
    return Buffer.from(text, 'base64url').toString();
  }

  #sign(body: string, purpose: readonly string[]): string {
    return createHmac('sha256', this.#secret)
      .update(JSON.stringify([body, ...purpose]))
      .digest('base64url');
  }
}
