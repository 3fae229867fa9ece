import { type ClientConfig, Pool, type PoolClient } from 'pg';
import {
  type Database,
  type Result,
  type Role,
  roleNames,
  type Session,
  type Statement,
  type Transaction,
} from './database.ts';
import { LazyTransaction } from './lazy-transaction.ts';
import type { Lease } from './lease.ts';
import { PostgresBatch } from './postgres-batch.ts';
import { PostgresReaders } from './postgres-readers.ts';
import { PreparedStatements } from './prepared-statements.ts';
import { sessionSettings } from './session-settings.ts';
import { asUnavailable } from './unavailable.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; the user needs to be a member of the three roles. */
  readonly url: string;
  /** Connections for calls that write or take several steps. Default 10. Jobs and the control plane take up to 4 each. */
  readonly poolSize?: number;
  /** Connections that all read-only calls of one step share. Default 4. */
  readonly readerCount?: number;
  /** Default `public`. */
  readonly schemaName?: string;
  /** Milliseconds after which the server gives up on a statement. Default 30,000. */
  readonly statementTimeout?: number;
  /** Milliseconds that a transaction may stand idle before the server ends it. Default 30,000. */
  readonly transactionTimeout?: number;
  /** Milliseconds to wait for a connection. Default 10,000. */
  readonly connectionTimeout?: number;
}

/** A store on PostgreSQL 15 or later; a pool of connections for each role, made when first used. */
export class PostgresDatabase implements Database {
  readonly engine = 'postgres';
  readonly #options: PostgresOptions;
  readonly #pools = new Map<Role, Pool>();
  readonly #readers = new Map<Role, PostgresReaders>();
  readonly #prepared = new WeakMap<PoolClient, PreparedStatements>();
  #closing: Promise<void> | undefined;

  constructor(options: PostgresOptions) {
    this.#options = options;
  }

  run(session: Session, statements: readonly Statement[]): Promise<Result[]> {
    return this.#runAlone(session, sessionSettings(session, 'connection'), statements);
  }

  transaction(session: Session): Transaction {
    const settings = sessionSettings(session, 'connection');
    return new LazyTransaction({
      settings,
      lease: () => this.#lease(session.role),
      runAlone: statements => this.#runAlone(session, settings, statements),
    });
  }

  async check(): Promise<void> {
    const [result] = await this.run({ role: 'app' }, [
      { text: 'select 1 as one', values: [], name: 'conferbot_check' },
    ]);
    if (result?.rows[0]?.one !== 1) throw new Error('The store does not answer rightly.');
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([
      ...[...this.#pools.values()].map(pool => pool.end()),
      ...[...this.#readers.values()].map(readers => readers.close()),
    ]).then(() => undefined);
    return this.#closing;
  }

  async #runAlone(
    session: Session,
    settings: readonly Statement[],
    statements: readonly Statement[],
  ): Promise<Result[]> {
    if (statements.length === 0) return [];
    const all = settings.length === 0 ? statements : [...settings, ...statements];
    // Without a workspace a batch would see that of a neighbour who left a transaction open.
    const canShare = session.readOnly === true && session.workspaceId !== undefined;
    const results = canShare ? await this.#read(session.role, all) : await this.#runLeased(session.role, all);
    return settings.length === 0 ? results : results.slice(settings.length);
  }

  async #read(role: Role, statements: readonly Statement[]): Promise<Result[]> {
    try {
      return await this.#readersOf(role).run(statements);
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async #runLeased(role: Role, statements: readonly Statement[]): Promise<Result[]> {
    const lease = await this.#lease(role);
    try {
      return await lease.send(statements);
    } finally {
      lease.release();
    }
  }

  async #lease(role: Role): Promise<Lease> {
    let client: PoolClient;
    try {
      client = await this.#pool(role).connect();
    } catch (error) {
      throw asUnavailable(error);
    }
    const prepared = this.#preparedOn(client);
    return {
      send: statements => send(client, statements, prepared),
      // pg sees to connections that are broken; one inside a transaction would carry it to the next call.
      release: () => client.release(client.getTransactionStatus() !== 'I'),
    };
  }

  #preparedOn(client: PoolClient): PreparedStatements {
    let prepared = this.#prepared.get(client);
    if (prepared === undefined) {
      prepared = new PreparedStatements();
      this.#prepared.set(client, prepared);
    }
    return prepared;
  }

  #readersOf(role: Role): PostgresReaders {
    this.#assertOpen();
    let readers = this.#readers.get(role);
    if (readers === undefined) {
      readers = new PostgresReaders(connectionConfig(this.#options, role), this.#options.readerCount ?? 4);
      this.#readers.set(role, readers);
    }
    return readers;
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new Error('The store is closed.');
  }

  #pool(role: Role): Pool {
    this.#assertOpen();
    let pool = this.#pools.get(role);
    if (pool === undefined) {
      pool = new Pool({
        ...connectionConfig(this.#options, role),
        max: role === 'app' ? (this.#options.poolSize ?? 10) : 4,
        idleTimeoutMillis: 60_000,
      });
      // A connection that breaks while nobody uses it is dropped by the pool; its user learns from the statement.
      pool.on('error', () => undefined);
      pool.on('connect', client => client.on('error', () => undefined));
      this.#pools.set(role, pool);
    }
    return pool;
  }
}

async function send(
  client: PoolClient,
  statements: readonly Statement[],
  prepared: PreparedStatements,
): Promise<Result[]> {
  try {
    return await client.query(new PostgresBatch(statements, prepared)).done;
  } catch (error) {
    throw asUnavailable(error);
  }
}

function connectionConfig(options: PostgresOptions, role: Role): ClientConfig {
  const settings = {
    role: roleNames[role],
    timezone: 'UTC',
    datestyle: 'ISO',
    search_path: `"${options.schemaName ?? 'public'}"`,
    statement_timeout: options.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: options.transactionTimeout ?? 30_000,
  };
  return {
    connectionString: options.url,
    application_name: `conferbot ${role}`,
    connectionTimeoutMillis: options.connectionTimeout ?? 10_000,
    keepAlive: true,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  };
}
