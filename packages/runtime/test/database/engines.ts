import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { StoreSchema } from '../../src/database/migrate.ts';
import { openStore, type Store, type StoreOptions } from '../../src/database/store.ts';
import { fixtureSchema } from './fixture-schema.ts';

/** A place for one store: an engine, and the owner's way into it. */
export interface Engine {
  readonly name: 'postgres' | 'pglite';
  prepare(): Promise<Place>;
}

export interface Place {
  readonly options: StoreOptions;
  open(schema?: StoreSchema): Promise<Store>;
  remove(): Promise<void>;
}

export const serverUrl = process.env.TEST_DATABASE_URL;

const pglite: Engine = {
  name: 'pglite',
  prepare: async () => ({
    options: {},
    open: (schema = fixtureSchema) => openStore({}, schema),
    remove: async () => undefined,
  }),
};

/** A database of its own on the server of TEST_DATABASE_URL. */
export async function createDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `conferbot_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(server: string, text: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function postgres(server: string): Engine {
  return {
    name: 'postgres',
    prepare: async () => {
      const { url, drop } = await createDatabase(server);
      return {
        options: { url },
        open: (schema = fixtureSchema) => openStore({ url, poolSize: 3 }, schema),
        remove: drop,
      };
    },
  };
}

export const engines: readonly Engine[] = serverUrl === undefined ? [pglite] : [pglite, postgres(serverUrl)];
