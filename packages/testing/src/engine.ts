import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Where a test stores its data: in this process, or in the PostgreSQL of `TEST_DATABASE_URL`. */
export type Engine = 'pglite' | 'postgres';

/** The engines that this run can test: PGlite always, PostgreSQL when `TEST_DATABASE_URL` is set. */
export const engines: readonly Engine[] = process.env.TEST_DATABASE_URL ? ['pglite', 'postgres'] : ['pglite'];

/** A database of its own on the test server. */
export interface ScratchDatabase extends AsyncDisposable {
  readonly url: string;
}

/** Creates an empty database on the server of `TEST_DATABASE_URL`; disposing of it drops it. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set: there is no PostgreSQL to test on.');
  const name = `conferbot_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => asAdmin(server, `drop database if exists ${name} with (force)`),
  };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
