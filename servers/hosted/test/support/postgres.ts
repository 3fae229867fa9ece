import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A store that a test has to itself. */
export interface TestStore extends AsyncDisposable {
  readonly name: string;
  /** What a server needs to use it. */
  readonly env: Record<string, string>;
}

/** A new database on the server of `url`, dropped at the end. */
export async function createDatabase(url: string): Promise<TestStore> {
  const name = `hosted_${randomBytes(6).toString('hex')}`;
  await run(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {
    name,
    env: { DATABASE_URL: address.href },
    [Symbol.asyncDispose]: () => run(url, `drop database ${name} with (force)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
