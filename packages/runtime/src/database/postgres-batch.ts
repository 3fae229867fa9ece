import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { Result, Statement } from './database.ts';
import type { PreparedStatements } from './prepared-statements.ts';
import type { ColumnDescription } from './row-shape.ts';
import { StatementBatch } from './statement-batch.ts';
import { codeOf } from './unavailable.ts';

/** What of pg's `Connection` a query may use; pg has it, its types do not. */
interface WireConnection extends EventEmitter {
  readonly stream: Socket;
}

/**
 * A query object for `client.query()` of pg (a "Submittable") that sends a {@link StatementBatch}. pg calls
 * `submit` when it is its turn and then one `handle…` for each message of the server.
 */
export class PostgresBatch {
  readonly #batch: StatementBatch;
  #resolve: (results: Result[]) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #unreadable: unknown;
  readonly done: Promise<Result[]>;

  constructor(statements: readonly Statement[], prepared: PreparedStatements) {
    this.#batch = new StatementBatch(statements, prepared);
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** An error that is returned goes to `handleError`; nothing was sent then. */
  submit(connection: object): Error | null {
    try {
      (connection as WireConnection).stream.write(this.#batch.encode());
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  handleRowDescription(message: { readonly fields: readonly ColumnDescription[] }): void {
    this.#batch.describe(message.fields);
  }

  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void {
    if (this.#unreadable !== undefined) return;
    try {
      this.#batch.row(message.fields);
    } catch (error) {
      this.#unreadable = error;
    }
  }

  handleCommandComplete(message: { readonly text: string }): void {
    this.#batch.complete(message.text);
  }

  handleEmptyQuery(): void {
    this.#batch.complete('');
  }

  handleReadyForQuery(): void {
    if (this.#unreadable !== undefined) this.#reject(this.#unreadable);
    else this.#resolve(this.#batch.results);
  }

  /**
   * pg forgets a query with its error. Ours ends when the server is ready again or gone, so that whoever gives
   * the connection back knows in what state it is.
   */
  handleError(error: unknown, connection: EventEmitter): void {
    this.#batch.fail(codeOf(error));
    if (!(error instanceof Error && 'severity' in error)) {
      this.#reject(error);
      return;
    }
    const settle = () => {
      connection.off('readyForQuery', settle);
      connection.off('end', settle);
      this.#reject(error);
    };
    connection.on('readyForQuery', settle);
    connection.on('end', settle);
  }

  // Statements of ours neither suspend nor copy; pg would fail without these.
  handlePortalSuspended(): void {}
  handleCopyInResponse(connection: { sendCopyFail(message: string): void }): void {
    connection.sendCopyFail('COPY is not supported.');
  }
  handleCopyData(): void {}
}
