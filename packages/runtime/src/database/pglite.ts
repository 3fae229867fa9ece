import { Fault } from '@conferbot/plugin';
import type * as Engine from '@electric-sql/pglite';
import type { PGlite } from '@electric-sql/pglite';
import type { Database, Result, Session, Statement, Transaction } from './database.ts';
import { ExclusiveQueue } from './exclusive-queue.ts';
import { assertLiteralDepth, assertTextDepth } from './json-depth.ts';
import { LazyTransaction } from './lazy-transaction.ts';
import type { Lease } from './lease.ts';
import { quoteIdentifier } from './owner-connection.ts';
import { lockDataDirectory } from './pglite-lock.ts';
import { withStackRestored } from './pglite-stack.ts';
import { PreparedStatements } from './prepared-statements.ts';
import { rollback, sessionSettings } from './session-settings.ts';
import { StatementBatch } from './statement-batch.ts';
import { codeOf } from './unavailable.ts';

type BackendMessage = Engine.messages.BackendMessage;

export interface PgliteOptions {
  /** Folder of the data, locked while open. Without one, the data lives in memory. */
  readonly dataDir?: string;
  /** Default `public`. */
  readonly schemaName?: string;
  /** Milliseconds that a transaction may hold the only connection. Default 30,000. */
  readonly transactionTimeout?: number;
  /**
   * The engine has crashed: what ran last may be half done in memory, though not on disk. The process should
   * exit and start again; every later call fails.
   */
  readonly onFatal?: (error: Error) => void;
}

/**
 * A store in this process. PGlite has one connection: calls take turns, and a transaction holds it from its
 * first statement to its end.
 */
export class PgliteDatabase implements Database {
  readonly engine = 'pglite';
  readonly #pg: PGlite;
  readonly #parse: (reply: Uint8Array, read: (message: BackendMessage) => void) => void;
  readonly #options: PgliteOptions;
  readonly #unlock: () => void;
  readonly #queue = new ExclusiveQueue();
  readonly #prepared = new PreparedStatements();
  /** `I` outside a transaction, `T` inside, `E` inside a failed one; undefined when the engine did not say. */
  #status: string | undefined = 'I';
  #fatal: Error | undefined;
  #closing: Promise<void> | undefined;

  private constructor(engine: typeof Engine, pg: PGlite, options: PgliteOptions, unlock: () => void) {
    this.#pg = pg;
    this.#parse = (reply, read) => new engine.protocol.Parser().parse(reply, read);
    this.#options = options;
    this.#unlock = unlock;
  }

  /** @throws StoreError `data_directory_locked` when another process has the folder open. */
  static async open(options: PgliteOptions): Promise<PgliteDatabase> {
    const unlock = options.dataDir === undefined ? () => undefined : lockDataDirectory(options.dataDir);
    try {
      const engine = await import('@electric-sql/pglite');
      const pg = await engine.PGlite.create(options.dataDir === undefined ? {} : { dataDir: options.dataDir });
      await pg.exec(settings(options));
      return new PgliteDatabase(engine, pg, options, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  async run(session: Session, statements: readonly Statement[]): Promise<Result[]> {
    if (statements.length === 0) return [];
    const settings = sessionSettings(session, 'transaction');
    const lease = await this.#lease();
    try {
      const results = await lease.send([...settings, ...statements]);
      return results.slice(settings.length);
    } finally {
      lease.release();
    }
  }

  transaction(session: Session): Transaction {
    return new LazyTransaction({
      settings: sessionSettings(session, 'transaction'),
      lease: () => this.#lease(),
      runAlone: statements => this.run(session, statements),
    });
  }

  async check(): Promise<void> {
    const [result] = await this.run({ role: 'app' }, [
      { text: 'select 1 as one', values: [], name: 'conferbot_check' },
    ]);
    if (result?.rows[0]?.one !== 1) throw new Error('The store does not answer rightly.');
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Lends the engine itself, to migrate: as its superuser, with nothing else running. */
  async withEngine<T>(work: (pg: PGlite) => Promise<T>): Promise<T> {
    this.#assertOpen();
    const release = await this.#queue.acquire();
    try {
      this.#assertAlive();
      return await withStackRestored(this.#pg, () => work(this.#pg));
    } finally {
      if (this.#fatal === undefined) await this.#pg.exec(settings(this.#options));
      release();
    }
  }

  async #close(): Promise<void> {
    const release = await this.#queue.acquire();
    try {
      if (this.#fatal === undefined) await this.#pg.close();
    } finally {
      this.#unlock();
      release();
    }
  }

  async #lease(): Promise<Lease> {
    this.#assertOpen();
    const release = await this.#queue.acquire();
    const milliseconds = this.#options.transactionTimeout ?? 30_000;
    let overdue = false;
    const deadline = setTimeout(() => {
      overdue = true;
      void this.#abandon(release);
    }, milliseconds);
    deadline.unref();
    return {
      send: async statements => {
        if (overdue) throw tookTooLong(milliseconds);
        return this.#send(statements);
      },
      release: () => {
        clearTimeout(deadline);
        if (overdue) return;
        if (this.#status === 'I') release();
        else void this.#abandon(release);
      },
    };
  }

  /** Ends what its owner did not end, so that the others get their turn. */
  async #abandon(release: () => void): Promise<void> {
    try {
      await this.#send([rollback]);
    } catch {
      // The engine has crashed, and told so already.
    } finally {
      release();
    }
  }

  async #send(statements: readonly Statement[]): Promise<Result[]> {
    this.#assertAlive();
    for (const { text, values } of statements) {
      assertLiteralDepth(text);
      for (const value of values) if (typeof value === 'string') assertTextDepth(value);
    }
    const batch = new StatementBatch(statements, this.#prepared);
    const request = batch.encode();
    const reply = await this.#exchange(request);
    const failure = this.#read(reply, batch);
    if (failure !== undefined) {
      batch.fail(codeOf(failure));
      throw failure;
    }
    // A crash of the engine may show as nothing but a missing answer.
    if (this.#status === undefined || !batch.isComplete)
      throw this.#die(new Error('PGlite did not answer every statement.'));
    return batch.results;
  }

  #read(reply: Uint8Array, batch: StatementBatch): unknown {
    let failure: unknown;
    this.#status = undefined;
    this.#parse(reply, message => {
      if (message.name === 'readyForQuery') this.#status = (message as Engine.messages.ReadyForQueryMessage).status;
      else if (failure === undefined) failure = message instanceof Error ? message : readInto(batch, message);
    });
    return failure;
  }

  async #exchange(request: Buffer): Promise<Uint8Array> {
    try {
      return await withStackRestored(this.#pg, () => this.#pg.execProtocolRaw(request));
    } catch (error) {
      throw this.#die(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #die(error: Error): Fault {
    this.#fatal = error;
    this.#options.onFatal?.(error);
    return crashed(error);
  }

  #assertOpen(): void {
    this.#assertAlive();
    if (this.#closing !== undefined) throw new Error('The store is closed.');
  }

  #assertAlive(): void {
    if (this.#fatal !== undefined) throw crashed(this.#fatal);
  }
}

/** The engine's own stack is far smaller than PostgreSQL believes. */
function settings(options: PgliteOptions): string {
  return `set max_stack_depth = '100kB'; set timezone = 'UTC'; set datestyle = 'ISO';
    set search_path = ${quoteIdentifier(options.schemaName ?? 'public')}`;
}

/** What a message says goes to the batch; what is wrong with it comes back. */
function readInto(batch: StatementBatch, message: BackendMessage): unknown {
  try {
    if (message.name === 'rowDescription') batch.describe((message as Engine.messages.RowDescriptionMessage).fields);
    else if (message.name === 'dataRow') batch.row((message as Engine.messages.DataRowMessage).fields);
    else if (message.name === 'commandComplete')
      batch.complete((message as Engine.messages.CommandCompleteMessage).text);
    else if (message.name === 'emptyQuery') batch.complete('');
    return undefined;
  } catch (error) {
    return error;
  }
}

function crashed(cause: Error): Fault {
  return new Fault('unavailable', 'The embedded store has crashed; the process must be started again.', { cause });
}

function tookTooLong(milliseconds: number): Fault {
  return new Fault('unavailable', `The transaction was rolled back: it took longer than ${milliseconds} ms.`, {
    fix: 'Try again; do less in one call if this happens again.',
  });
}
