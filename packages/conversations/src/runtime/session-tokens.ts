import { SignedText } from './signed-text.ts';
import { bytesOfUuid, uuidOfBytes } from './uuid-bytes.ts';

/** What a visitor's token stands for. */
export interface Session {
  /** uuid */
  readonly workspaceId: string;
  /** uuid */
  readonly conversationId: string;
}

/** A token is good for so long: 30 days. */
export const sessionMs = 30 * 86_400_000;
const shortestKey = 32;
const idBytes = 16;
const timeBytes = 8;

/** Tokens by which visitors come back to their conversation, and to no other. They are good for 30 days. */
export class SessionTokens {
  readonly #signed: SignedText;

  /** @throws RangeError when the key is shorter than 32 bytes */
  constructor(key: Uint8Array) {
    if (key.byteLength < shortestKey) throw new RangeError(`The session key is ${shortestKey} bytes long or longer.`);
    this.#signed = new SignedText(key, 'session');
  }

  issue({ workspaceId, conversationId }: Session, now: number): string {
    const bytes = Buffer.alloc(2 * idBytes + timeBytes);
    bytesOfUuid(workspaceId).copy(bytes);
    bytesOfUuid(conversationId).copy(bytes, idBytes);
    bytes.writeBigUInt64BE(BigInt(now + sessionMs), 2 * idBytes);
    return this.#signed.sign(bytes);
  }

  /** Undefined for a token that is forged or has expired. */
  read(token: string, now: number): Session | undefined {
    const bytes = this.#signed.verify(token);
    if (bytes?.length !== 2 * idBytes + timeBytes || Number(bytes.readBigUInt64BE(2 * idBytes)) <= now)
      return undefined;
    return {
      workspaceId: uuidOfBytes(bytes.subarray(0, idBytes)),
      conversationId: uuidOfBytes(bytes.subarray(idBytes, 2 * idBytes)),
    };
  }
}
