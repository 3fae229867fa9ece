import { isFault, type SqlValue } from '@conferbot/plugin';
import type { DriverException, MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import {
  type CompiledQuery,
  ControlledTransaction,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  RawNode,
  SingleConnectionProvider,
} from 'kysely';
import type { Result, Statement } from './database.ts';
import { quoteIdentifier } from './owner-connection.ts';
import { StoreError } from './store-error.ts';

/** Runs one statement in the transaction of a call. */
export type RunStatement = (statement: Statement) => Promise<Result>;

/** The connection of one call: what MikroORM and Kysely compile becomes a statement in its transaction. */
class CallConnection implements DatabaseConnection {
  readonly #run: RunStatement;

  constructor(run: RunStatement) {
    this.#run = run;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const values = query.parameters as readonly SqlValue[];
    const { rows, count } = await this.#run({ text: query.sql, values, types: 'orm' });
    return { rows: rows as R[], numAffectedRows: BigInt(count) };
  }

  // biome-ignore lint/correctness/useYield: it refuses
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new StoreError('outside_call_scope', 'Streaming is not supported inside a call; read page by page.');
  }
}

/** Knows no connection of its own: whoever gets here left the scope of a call. */
class CallDriver implements Driver {
  async init(): Promise<void> {}
  async destroy(): Promise<void> {}
  async releaseConnection(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    throw new StoreError(
      'outside_call_scope',
      'Entities are read and written with the entity manager of a call (ctx.em).',
    );
  }

  async beginTransaction(): Promise<void> {
    throw new StoreError('outside_call_scope', 'A call is one transaction already.');
  }

  async commitTransaction(): Promise<void> {
    throw new StoreError('outside_call_scope', 'The runtime commits a call when its handler returns.');
  }

  async rollbackTransaction(): Promise<void> {
    throw new StoreError('outside_call_scope', 'The runtime rolls a call back when its handler throws.');
  }

  async savepoint(connection: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']): Promise<void> {
    await connection.executeQuery(command('savepoint', name, compile));
  }

  async rollbackToSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(command('rollback to', name, compile));
  }

  async releaseSavepoint(
    connection: DatabaseConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await connection.executeQuery(command('release', name, compile));
  }
}

function command(verb: string, savepoint: string, compile: QueryCompiler['compileQuery']): CompiledQuery {
  return compile(RawNode.createWithSql(`${verb} ${quoteIdentifier(savepoint)}`), { queryId: '' });
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new CallDriver();

/** For the `driverOptions` of MikroORM. */
export const callDialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createQueryCompiler: () => compiler,
  createIntrospector: kysely => new PostgresIntrospector(kysely),
};

/** Lets our own errors through as they are, which MikroORM would wrap as errors of the database. */
export function keepOwnErrors(orm: MikroORM): void {
  const converter = orm.driver.getPlatform().getExceptionConverter();
  const convert = converter.convertException.bind(converter);
  converter.convertException = error =>
    isFault(error) || error instanceof StoreError ? (error as unknown as DriverException) : convert(error);
}

/** An entity manager for one call. What it does goes through `run`; `em.transactional` becomes a savepoint. */
export function callEntityManager(orm: MikroORM, run: RunStatement): SqlEntityManager {
  const connection = new CallConnection(run);
  const executor = new DefaultQueryExecutor(compiler, adapter, new SingleConnectionProvider(connection));
  const em = orm.em.fork() as SqlEntityManager;
  em.setTransactionContext(
    new ControlledTransaction({
      config: { dialect: callDialect },
      dialect: callDialect,
      driver,
      executor,
      connection: { connection, release: () => undefined },
    }),
  );
  return em;
}
