import type { Result, Statement } from './database.ts';
import { encodeValue } from './encode-value.ts';
import { MessageWriter } from './frontend-message.ts';
import type { PreparedStatements } from './prepared-statements.ts';
import { type ColumnDescription, RowShape } from './row-shape.ts';

const writer = new MessageWriter();

/** SQLSTATE of a statement that the server does not know, and of one whose columns a migration changed. */
const unknownStatement = '26000';
const changedResult = '0A000';

/**
 * Statements that travel together and end with one Sync, and the reading of their answers. Outside a
 * transaction block PostgreSQL makes everything up to the Sync one transaction: it is committed by the Sync,
 * or undone by the first error, after which the rest is skipped.
 */
export class StatementBatch {
  readonly #statements: readonly Statement[];
  readonly #prepared: PreparedStatements;
  readonly #results: Result[] = [];
  #rows: Record<string, unknown>[] = [];
  #shape: RowShape | undefined;
  #described = false;

  constructor(statements: readonly Statement[], prepared: PreparedStatements) {
    this.#statements = statements;
    this.#prepared = prepared;
  }

  /** The bytes to send. @throws Fault `invalid_argument` for a value that cannot travel; nothing is sent then. */
  encode(): Buffer {
    const parsed = new Set<string>();
    try {
      for (const statement of this.#statements) this.#encode(statement, parsed);
      writer.sync();
      return writer.take();
    } catch (error) {
      writer.clear();
      throw error;
    }
  }

  #encode(statement: Statement, parsed: Set<string>): void {
    const name = statement.name ?? '';
    const known = name !== '' && (parsed.has(name) || this.#prepared.has(name));
    if (!known) {
      if (this.#prepared.isDoubtful(name)) writer.closeStatement(name);
      writer.parse(name, statement.text);
      if (name !== '') {
        parsed.add(name);
        this.#prepared.doubt(name);
      }
    }
    writer.bind(name, statement.values.map(encodeValue));
    if (!known) writer.describePortal();
    writer.execute();
  }

  get isComplete(): boolean {
    return this.#results.length === this.#statements.length;
  }

  /** One result for each statement, in their order. */
  get results(): Result[] {
    return this.#results;
  }

  describe(columns: readonly ColumnDescription[]): void {
    this.#shape = new RowShape(columns);
    this.#described = true;
  }

  row(values: readonly (string | null)[]): void {
    const statement = this.#statements[this.#results.length];
    if (!this.#described) {
      this.#shape = this.#prepared.shapeOf(statement?.name ?? '');
      this.#described = true;
    }
    if (this.#shape === undefined) throw new Error('PostgreSQL sent a row of a statement without a description.');
    this.#rows.push(this.#shape.read(values, statement?.types));
  }

  /** @param tag What PostgreSQL says that it did, such as `INSERT 0 1`. */
  complete(tag: string): void {
    const name = this.#statements[this.#results.length]?.name;
    if (name !== undefined && !this.#prepared.has(name)) this.#prepared.confirm(name, this.#shape);
    const count = Number(tag.slice(tag.lastIndexOf(' ') + 1));
    this.#results.push({ rows: this.#rows, count: Number.isNaN(count) ? 0 : count });
    this.#rows = [];
    this.#shape = undefined;
    this.#described = false;
  }

  /** An error, with its SQLSTATE, ended the batch at the statement whose turn it was. */
  fail(sqlState: string | undefined): void {
    const name = this.#statements[this.#results.length]?.name;
    if (name !== undefined && (sqlState === unknownStatement || sqlState === changedResult)) this.#prepared.doubt(name);
  }
}
