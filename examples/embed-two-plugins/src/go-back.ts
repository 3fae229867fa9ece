import type { Composition } from '@conferbot/runtime';
import { openOwnDatabase } from './own-database.ts';
import type { Place } from './place.ts';

// #region go-back
/** Takes Conferbot's tables out of a database, newest migration first. What is the application's stays. */
export async function removeConferbot(place: Place, { schema }: Composition): Promise<void> {
  const orm = await openOwnDatabase(place, {
    migrations: {
      migrationsList: [...schema.migrations],
      tableName: 'conferbot_migrations',
      snapshot: false,
      silent: true,
      disableForeignKeys: false,
    },
  });
  try {
    for (const { name } of schema.migrations.toReversed()) await orm.migrator.down({ migrations: [name] });
  } finally {
    await orm.close();
  }
}
// #endregion go-back
