import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@conferbot/plugin';
import type { Database, Statement } from '@conferbot/runtime';
import { dayOf } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import type { UnusedCalls } from '../limits/month-quota.ts';
import { batchStatements } from './batch-statements.ts';
import { type CallCount, type KeyUse, UsageBatch } from './usage-batch.ts';

/** Milliseconds that a reader waits for a write under way. Longer, and the write waits for the reader itself. */
const patience = 250;

const transactionId: Statement = {
  name: 'accounts_transaction_id',
  text: `select pg_current_xact_id()::text as id, (extract(epoch from clock_timestamp()) * 1000)::float8 as database_now`,
  values: [],
};

/**
 * Counts calls in memory and writes them to the store from time to time. What could not be written is kept and
 * written later; nothing is written twice, even when the answer to a commit was lost.
 */
export class UsageLedger {
  readonly #database: () => Database;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #open: UsageBatch;
  /** When the day of the open batch may be over, in milliseconds since the epoch. */
  #openUntil = 0;
  /** Batches to write, oldest first: one, but around midnight and after failures. */
  readonly #queue: UsageBatch[] = [];
  #flushing: Promise<boolean> | undefined;
  #flushes = 0;
  #failed = false;

  constructor(database: () => Database, clock: Clock, logger: Logger) {
    this.#database = database;
    this.#clock = clock;
    this.#logger = logger;
    this.#open = new UsageBatch(dayOf(clock.now()));
  }

  count(workspaceId: string, keyId: string, tool: string): void {
    this.#today().count(workspaceId, keyId, tool);
  }

  use(use: KeyUse): void {
    this.#today().use(use);
  }

  giveBack(unused: UnusedCalls): void {
    this.#today().giveBack(unused);
  }

  #today(): UsageBatch {
    const now = this.#clock.now();
    if (now >= this.#openUntil) {
      const day = dayOf(now);
      if (day !== this.#open.day) {
        this.#enqueue();
        this.#open = new UsageBatch(day);
      }
      this.#openUntil = Date.parse(day) + 86_400_000;
    }
    return this.#open;
  }

  #enqueue(): void {
    const batch = this.#open;
    if (batch.isEmpty) return;
    const last = this.#queue.at(-1);
    const canMerge = this.#flushing === undefined && last?.day === batch.day && last.doubtfulTransaction === undefined;
    if (canMerge) last.merge(batch);
    else this.#queue.push(batch);
    this.#open = new UsageBatch(batch.day);
  }

  /** Writes what is pending; false when something could not be written, and is kept for the next time. */
  async flush(): Promise<boolean> {
    while (this.#flushing !== undefined) await this.#flushing;
    this.#enqueue();
    if (this.#queue.length === 0) return true;
    this.#flushes++;
    this.#flushing = this.#writeQueue();
    try {
      return await this.#flushing;
    } finally {
      this.#flushing = undefined;
    }
  }

  get isFlushing(): boolean {
    return this.#flushing !== undefined;
  }

  async #writeQueue(): Promise<boolean> {
    try {
      for (let batch = this.#queue[0]; batch !== undefined; batch = this.#queue[0]) {
        await this.#write(batch);
        this.#queue.shift();
      }
      if (this.#failed) this.#logger.info({}, 'usage is written again');
      this.#failed = false;
      return true;
    } catch (error) {
      if (!this.#failed) this.#logger.warn({ err: error }, 'usage could not be written; it is kept and tried again');
      this.#failed = true;
      return false;
    }
  }

  async #write(batch: UsageBatch): Promise<void> {
    if (batch.doubtfulTransaction !== undefined) {
      if (await this.#wasCommitted(batch.doubtfulTransaction)) return;
      batch.doubtfulTransaction = undefined;
    }
    const transaction = this.#database().transaction({ role: 'control' });
    let id: string;
    try {
      const results = await transaction.run([...batchStatements(batch), transactionId]);
      const row = results.at(-1)?.rows[0];
      id = String(row?.id);
      this.#clock.observe(Number(row?.database_now));
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
    try {
      await transaction.commit();
    } catch (error) {
      batch.doubtfulTransaction = id;
      await transaction.rollback();
      throw error;
    }
  }

  async #wasCommitted(transaction: string): Promise<boolean> {
    const [result] = await this.#database().run({ role: 'control' }, [
      { name: 'accounts_transaction_status', text: 'select pg_xact_status($1::xid8) as status', values: [transaction] },
    ]);
    const status = result?.rows[0]?.status;
    if (status === 'in progress')
      throw new Error('A transaction that wrote usage has neither committed nor failed yet.');
    return status !== 'aborted';
  }

  /**
   * Runs a query over written usage together with what is pending, so that each call is in exactly one of the
   * two: what is written while the query runs makes it run again.
   */
  async read<T>(query: () => Promise<T>): Promise<{ readonly written: T; readonly pending: readonly PendingCalls[] }> {
    for (let attempt = 1; ; attempt++) {
      if (this.#flushing !== undefined) {
        await Promise.race([this.#flushing, sleep(patience, undefined, { ref: false })]);
      }
      const flushes = this.#flushes;
      const written = await query();
      if (flushes === this.#flushes || attempt === 3) return { written, pending: this.#pending() };
    }
  }

  #pending(): PendingCalls[] {
    return [...this.#queue, this.#open].flatMap(batch =>
      [...batch.calls()].map(entry => ({ ...entry, day: batch.day })),
    );
  }
}

/** Calls that are counted, but not written yet. */
export interface PendingCalls extends CallCount {
  readonly day: string;
}
