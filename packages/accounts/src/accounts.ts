import type { Logger, Plugin } from '@conferbot/plugin';
import type { Composition, Database } from '@conferbot/runtime';
import { accountsPlugin } from './accounts-plugin.ts';
import type { KeyCaller } from './caller.ts';
import { Clock } from './clock.ts';
import { controlSql } from './control-sql.ts';
import { ApiKeyDirectory } from './keys/api-key-directory.ts';
import { KeyVerifier } from './keys/key-verifier.ts';
import type { KeyHeaders } from './keys/presented-key.ts';
import { type Admission, Gate } from './limits/gate.ts';
import { MinuteLimiter } from './limits/minute-limiter.ts';
import { MonthQuota } from './limits/month-quota.ts';
import { reconcileStatement } from './limits/month-statements.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import type { Refusal } from './refusal.ts';
import { type DetailedUsage, reportUsage } from './usage/report-usage.ts';
import { UsageLedger } from './usage/usage-ledger.ts';
import { workspaceTables } from './workspaces/erase-workspace.ts';
import { WorkspaceDirectory } from './workspaces/workspace-directory.ts';

export interface AccountsOptions {
  /** 32 bytes or more: keys are stored under an HMAC with it, so losing it loses every key. */
  readonly pepper: Uint8Array;
  readonly logger: Logger;
  /** Milliseconds since the epoch; replaces the database's clock and the monotonic one. For tests. */
  readonly clock?: () => number;
}

/** Milliseconds between two writes of what was counted. */
const flushInterval = 500;
/** Milliseconds between two rounds that forget whom nobody hears of. */
const sweepInterval = 10_000;

/** Workspaces, their keys, their limits and what they used. Open it on a migrated store before use. */
export class Accounts {
  /** To be composed with the others. */
  readonly plugin: Plugin;
  readonly workspaces: WorkspaceDirectory;
  readonly keys: ApiKeyDirectory;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #ledger: UsageLedger;
  readonly #minutes = new MinuteLimiter();
  readonly #months: MonthQuota;
  readonly #gate: Gate;
  readonly #verifier: KeyVerifier;
  #opened: { readonly database: Database; readonly composition: Composition } | undefined;
  #timers: NodeJS.Timeout[] = [];

  /** @throws RangeError when the pepper is too short. */
  constructor(options: AccountsOptions) {
    const { pepper, logger } = options;
    if (pepper.byteLength < 32) throw new RangeError('The pepper of API keys is at least 32 bytes long.');
    const clock = new Clock(options.clock);
    const database = () => this.#open.database;
    const sql = controlSql(database);
    this.#clock = clock;
    this.#logger = logger;
    this.#ledger = new UsageLedger(database, clock, logger);
    this.#months = new MonthQuota(database, clock, unused => this.#ledger.giveBack(unused));
    this.#gate = new Gate(this.#minutes, this.#months, clock, logger);
    this.plugin = accountsPlugin(this.#ledger, () => clock.now());
    this.workspaces = new WorkspaceDirectory({
      database,
      sql,
      tables: () => workspaceTables(this.#open.composition.schema.entities),
      now: () => clock.now(),
      clockOverride: () => clock.override,
      onChanged: id => this.#verifier.forget(caller => caller.workspace.id === id),
    });
    this.keys = new ApiKeyDirectory({
      sql,
      pepper,
      now: () => clock.now(),
      pluginIds: () => this.#open.composition.plugins.map(plugin => plugin.id),
      onRevoked: id => this.#verifier.forget(caller => caller.principal.keyId === id),
    });
    this.#verifier = new KeyVerifier({
      find: key => this.keys.find(key),
      clock,
      logger,
      onUse: use => this.#ledger.use(use),
    });
  }

  get #open() {
    if (this.#opened === undefined) throw new Error('Accounts are not open: call open(store, composition) first.');
    return this.#opened;
  }

  /**
   * Starts work on a migrated store. On PGlite, which one process has to itself, calls that an earlier process was
   * granted and did not live to make are given back.
   */
  async open(database: Database, composition: Composition): Promise<void> {
    if (this.#opened !== undefined) throw new Error('Accounts are open already.');
    const [result] = await database.run({ role: 'control' }, [
      { text: 'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now', values: [] },
    ]);
    this.#clock.observe(Number(result?.rows[0]?.now));
    if (database.engine === 'pglite') {
      await database.run({ role: 'control' }, [reconcileStatement(this.#clock.override)]);
    }
    this.#opened = { database, composition };
    this.#timers = [
      setInterval(() => void (this.#ledger.isFlushing || this.#ledger.flush()), flushInterval).unref(),
      setInterval(() => this.sweep(), sweepInterval).unref(),
    ];
  }

  /** Forgets the minutes of idle keys and gives back the calls that idle workspaces hold. Runs by itself. */
  sweep(): void {
    this.#minutes.sweep(this.#clock.ticks());
    this.#months.release();
  }

  /** Tells who is behind the key of a request. A promise only when the store has to be asked. */
  authenticate(headers: KeyHeaders): KeyCaller | Refusal | Promise<KeyCaller | Refusal> {
    return this.#verifier.verify(headers);
  }

  /** Admits one call, or says which limit it is over. A promise only when the store has to be asked. */
  admit(caller: KeyCaller): Admission | Refusal | Promise<Admission | Refusal> {
    return this.#gate.admit(caller);
  }

  /** Where a caller stands, without taking a call. */
  limits(caller: KeyCaller): RateLimits {
    return this.#gate.limits(caller);
  }

  /**
   * Counts one call that was made.
   *
   * @param tool Name of a tool of the composition, or of a method of the protocol; never a text of the client.
   */
  count(caller: KeyCaller, tool: string): void {
    this.#ledger.count(caller.workspace.id, caller.principal.keyId, tool);
  }

  /** The current month of a workspace. @throws Fault `not_found` */
  async usage(workspaceId: string): Promise<DetailedUsage> {
    const workspace = await this.workspaces.get(workspaceId);
    return reportUsage(
      this.#ledger,
      controlSql(() => this.#open.database),
      workspace,
      this.#clock.now(),
    );
  }

  /** Writes what was counted; false when that failed, and will be tried again. */
  flush(): Promise<boolean> {
    return this.#ledger.flush();
  }

  /** Gives back the calls that were granted and not made, and writes what was counted. Call it before the store closes. */
  async close(): Promise<void> {
    if (this.#opened === undefined) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#months.release(true);
    if (!(await this.#ledger.flush())) this.#logger.error({}, 'usage of the last moments is lost');
    this.#opened = undefined;
  }
}

/** Makes the accounts of one process. They work once {@link Accounts.open} has been called. */
export function createAccounts(options: AccountsOptions): Accounts {
  return new Accounts(options);
}
