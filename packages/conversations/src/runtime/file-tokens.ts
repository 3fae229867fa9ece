import { SignedText } from './signed-text.ts';
import { bytesOfUuid, uuidOfBytes } from './uuid-bytes.ts';

export interface FilePlace {
  /** uuid */
  readonly workspaceId: string;
  /** uuid */
  readonly fileId: string;
}

const idBytes = 16;

/** The last part of a file's address: nobody guesses it, and whoever has it may read the file. */
export class FileTokens {
  readonly #signed: SignedText;

  constructor(key: Uint8Array) {
    this.#signed = new SignedText(key, 'file');
  }

  issue({ workspaceId, fileId }: FilePlace): string {
    return this.#signed.sign(Buffer.concat([bytesOfUuid(workspaceId), bytesOfUuid(fileId)]));
  }

  read(token: string): FilePlace | undefined {
    const bytes = this.#signed.verify(token);
    if (bytes?.length !== 2 * idBytes) return undefined;
    return { workspaceId: uuidOfBytes(bytes.subarray(0, idBytes)), fileId: uuidOfBytes(bytes.subarray(idBytes)) };
  }
}
