import { Client } from 'pg';
import { type OwnerConnection, quoteIdentifier } from './owner-connection.ts';
import { asUnavailable } from './unavailable.ts';

/** "confer" in ASCII: the key of the lock under which a database is migrated. */
const migrationLock = '0x636f6e666572';

/** Connects as the user of the URL, and closes the connection afterwards. */
export async function withPostgresOwner<T>(
  url: string,
  schemaName: string,
  work: (target: { owner: OwnerConnection; lock: () => Promise<void> }) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'conferbot migrate' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw asUnavailable(error);
  }
  try {
    await client.query(`set search_path = ${quoteIdentifier(schemaName)}`);
    return await work({
      owner: { query: async text => (await client.query(text)).rows },
      // The lock belongs to the connection: it ends with it, also when the process dies.
      lock: async () => void (await client.query(`select pg_advisory_lock(${BigInt(migrationLock)})`)),
    });
  } finally {
    await client.end();
  }
}
