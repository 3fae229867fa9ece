import type { Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { Member } from './member.ts';
import { Members } from './migrations/20250301080000_members.ts';
import type { Place } from './place.ts';

/** The application's own MikroORM, as it was before: it knows its own tables and migrations only. */
export async function openOwnDatabase(place: Place, options: Pick<Options, 'migrations'> = ownMigrations) {
  const settings = {
    ...options,
    entities: [Member],
    extensions: [Migrator],
    metadataCache: { enabled: false },
  };
  if (place.url === undefined) {
    const { MikroORM } = await import('@mikro-orm/pglite');
    return MikroORM.init({ ...settings, dbName: place.dataDir });
  }
  const { MikroORM } = await import('@mikro-orm/postgresql');
  return MikroORM.init({ ...settings, clientUrl: place.url });
}

export type OwnDatabase = { readonly em: SqlEntityManager };

const ownMigrations: Pick<Options, 'migrations'> = {
  migrations: {
    migrationsList: [{ name: '20250301080000_members', class: Members }],
    snapshot: false,
    silent: true,
  },
};
