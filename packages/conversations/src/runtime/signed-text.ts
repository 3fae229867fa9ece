import { createHmac, timingSafeEqual } from 'node:crypto';

const macBytes = 32;

/** Bytes with a signature, as one word for addresses and headers: base64url of bytes and HMAC-SHA256. */
export class SignedText {
  readonly #key: Uint8Array;
  readonly #purpose: string;

  /** @param purpose What is signed for one purpose is worth nothing for another. */
  constructor(key: Uint8Array, purpose: string) {
    this.#key = Uint8Array.from(key);
    this.#purpose = purpose;
  }

  sign(bytes: Uint8Array): string {
    return Buffer.concat([bytes, this.#macOf(bytes)]).toString('base64url');
  }

  /** The bytes; undefined when this key did not sign them, or they were changed or written in another way since. */
  verify(text: string): Buffer | undefined {
    const all = Buffer.from(text, 'base64url');
    if (all.length <= macBytes || all.toString('base64url') !== text) return undefined;
    const bytes = all.subarray(0, -macBytes);
    return timingSafeEqual(this.#macOf(bytes), all.subarray(-macBytes)) ? bytes : undefined;
  }

  #macOf(bytes: Uint8Array): Buffer {
    return createHmac('sha256', this.#key).update(`${this.#purpose}\0`).update(bytes).digest();
  }
}
