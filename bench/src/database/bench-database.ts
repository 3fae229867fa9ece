import pg from 'pg';

/** Databases of this run's own, on one server. */
export interface BenchDatabase {
  /** That of the product. */
  readonly url: string;
  /** That of the baselines: the product refuses a database with tables that are not isolated. */
  readonly baselineUrl: string;
  /** What the server says of itself, such as `PostgreSQL 15.4`. */
  readonly version: string;
  /** Drops them, with whoever is still connected. */
  stop(): Promise<void>;
}

const localDefault = 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * Makes databases on the PostgreSQL of `BENCH_DATABASE_URL`, `DATABASE_URL` or, with neither, the local one.
 *
 * @returns undefined when the local one was tried and makes none.
 * @throws Error when one that was named makes none.
 */
export async function createBenchDatabase(env: NodeJS.ProcessEnv): Promise<BenchDatabase | undefined> {
  const named = env.BENCH_DATABASE_URL ?? env.DATABASE_URL;
  const adminUrl = named ?? localDefault;
  const name = `conferbot_bench_${process.pid}_${Date.now().toString(36)}`;
  const baselineName = `${name}_baseline`;
  const drop = (): Promise<void> =>
    asAdmin(adminUrl, async client => {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`drop database if exists ${baselineName} with (force)`);
    });
  try {
    const version = await asAdmin(adminUrl, async client => {
      await client.query(`create database ${name}`);
      await client.query(`create database ${baselineName}`);
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return `PostgreSQL ${rows[0]?.server_version.split(' ')[0]}`;
    });
    return {
      url: withDatabase(adminUrl, name),
      baselineUrl: withDatabase(adminUrl, baselineName),
      version,
      stop: drop,
    };
  } catch (error) {
    await drop().catch(() => undefined);
    if (named === undefined) return undefined;
    throw error;
  }
}

function withDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
