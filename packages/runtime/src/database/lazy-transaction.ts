import type { Result, Statement, Transaction } from './database.ts';
import type { Lease } from './lease.ts';
import { begin, commit, rollback } from './session-settings.ts';

export interface TransactionSource {
  readonly settings: readonly Statement[];
  lease(): Promise<Lease>;
  /** Runs the statements as a transaction of their own. */
  runAlone(statements: readonly Statement[]): Promise<Result[]>;
}

/** A {@link Transaction} over either engine: begins with its first statement, in the same round trip. */
export class LazyTransaction implements Transaction {
  readonly #source: TransactionSource;
  #state: 'open' | 'failed' | 'ended' = 'open';
  #lease: Lease | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(source: TransactionSource) {
    this.#source = source;
  }

  run(statements: readonly Statement[]): Promise<Result[]> {
    return this.#inTurn(async () => {
      this.#assertUsable(statements);
      if (statements.length === 0) return [];
      if (this.#lease !== undefined) return this.#send(this.#lease, statements);
      this.#lease = await this.#source.lease();
      const opening = [begin, ...this.#source.settings];
      const results = await this.#send(this.#lease, [...opening, ...statements]);
      return results.slice(opening.length);
    });
  }

  commit(last: readonly Statement[] = []): Promise<void> {
    return this.#inTurn(async () => {
      this.#assertUsable(last);
      if (this.#lease !== undefined) {
        await this.#send(this.#lease, [...last, commit]);
        this.#end();
        return;
      }
      this.#end();
      if (last.length > 0) await this.#source.runAlone(last);
    });
  }

  rollback(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await this.#lease?.send([rollback]);
      } catch {
        // The lease sees that its connection is broken or still inside a transaction, and closes it.
      }
      this.#end();
    });
  }

  /** One statement list at a time, in the order of the calls. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#running.then(work);
    this.#running = turn.catch(() => undefined);
    return turn;
  }

  /** After a failure PostgreSQL takes nothing but the way back: to a savepoint, or to the beginning. */
  #assertUsable(statements: readonly Statement[]): void {
    if (this.#state === 'ended') throw new Error('The transaction has ended.');
    if (this.#state === 'failed' && !/^rollback to /i.test(statements[0]?.text ?? '')) {
      throw new Error('The transaction has failed; only a rollback is possible.');
    }
  }

  async #send(lease: Lease, statements: readonly Statement[]): Promise<Result[]> {
    try {
      const results = await lease.send(statements);
      this.#state = 'open';
      return results;
    } catch (error) {
      this.#state = 'failed';
      throw error;
    }
  }

  #end(): void {
    this.#state = 'ended';
    this.#lease?.release();
    this.#lease = undefined;
  }
}
