import { databaseRoles, type SqlValue } from '@conferbot/plugin';

/** The roles that statements run under, see `databaseRoles` in `@conferbot/plugin`. */
export type Role = keyof typeof databaseRoles;

/** Names of the roles in PostgreSQL. */
export const roleNames: Readonly<Record<Role, string>> = databaseRoles;

/** What a transaction is set to before its first statement. */
export interface Session {
  readonly role: Role;
  /** uuid that row-level security compares with; without it, a table of a workspace is an error. */
  readonly workspaceId?: string;
  readonly readOnly?: boolean;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
  /** Prepared under this name, once per connection; the text must not vary. */
  readonly name?: string;
  /** `orm`: values as MikroORM wants them (dates as text). Default: as `Sql` promises. */
  readonly types?: 'orm';
}

export interface Result<Row = Record<string, unknown>> {
  readonly rows: Row[];
  /** Rows returned or touched, as PostgreSQL counts them. */
  readonly count: number;
}

/** One transaction. It takes a connection with its first statement, and gives it back when it ends. */
export interface Transaction {
  /**
   * Runs the statements one after the other, in one round trip. After a failure only `rollback` is left, or a
   * statement that rolls back to a savepoint. Calls that overlap take turns.
   */
  run(statements: readonly Statement[]): Promise<Result[]>;
  /** Runs the last statements, if any, and commits, in one round trip. */
  commit(last?: readonly Statement[]): Promise<void>;
  /** Undoes everything; never fails: a connection that cannot roll back is closed. */
  rollback(): Promise<void>;
}

/** A store: PostgreSQL, or PGlite in this process. */
export interface Database {
  readonly engine: 'postgres' | 'pglite';
  /**
   * Runs the statements in a transaction of their own, all or nothing, in one round trip. Where the session is
   * read-only they are repeated once when the connection is lost.
   *
   * @throws Fault `unavailable` when the store cannot be reached or does not answer in time, `invalid_argument` for a
   * value that cannot travel (U+0000, JSON deeper than 64 levels); else the error of PostgreSQL, its SQLSTATE in `code`.
   */
  run(session: Session, statements: readonly Statement[]): Promise<Result[]>;
  /** A transaction that begins with its first statement. */
  transaction(session: Session): Transaction;
  /** Reachable, and answering rightly. @throws when it is not. */
  check(): Promise<void>;
  /** Waits for what runs, then closes. */
  close(): Promise<void>;
}
