import type { Result, Statement } from './database.ts';

/** One connection, held by one transaction. */
export interface Lease {
  /** Sends the statements with one Sync; rejects with the first error. */
  send(statements: readonly Statement[]): Promise<Result[]>;
  /** Gives the connection back; a broken one, or one inside a transaction, is closed instead. */
  release(): void;
}
