import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { type ConferbotOptions, startConferbot } from './conferbot.ts';
import { Login } from './login.ts';
import { openOwnDatabase } from './own-database.ts';

export interface StartOptions extends Omit<ConferbotOptions, 'place'> {
  /** PostgreSQL: one database for the application and Conferbot. Without it, each has a folder of PGlite. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly port: number;
}

/** Starts the application with Conferbot in it. */
export async function start({ databaseUrl, dataDir, port, ...options }: StartOptions) {
  const placeOf = (name: string) =>
    databaseUrl === undefined ? { dataDir: join(dataDir, name) } : { url: databaseUrl };
  const database = await openOwnDatabase(placeOf('shop'));
  await database.migrator.up();
  const conferbot = await startConferbot({ ...options, place: placeOf('conferbot') });
  const login = new Login(database);
  const server = createServer(createApp(conferbot.runtime, login).callback());
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    login,
    conferbot,
    async close() {
      server.closeIdleConnections();
      await new Promise(resolve => server.close(resolve));
      await conferbot.close();
      await database.close();
    },
  };
}
