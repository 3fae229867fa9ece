import type { EntityMetadata, MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Database } from './database.ts';
import { callDialect, callEntityManager, keepOwnErrors, type RunStatement } from './entity-manager.ts';
import {
  type MigrationTarget,
  type MigratorSettings,
  migrate,
  pendingMigrations,
  type StoreSchema,
} from './migrate.ts';
import type { OwnerConnection } from './owner-connection.ts';
import type { PgliteDatabase, PgliteOptions } from './pglite.ts';
import type { PostgresOptions } from './postgres.ts';

/** PostgreSQL by `url`, else PGlite in this process. */
export type StoreOptions = PostgresOptions | (PgliteOptions & { readonly url?: undefined });

/** A {@link Database} that knows the schema of a composition. */
export interface Store extends Database {
  /**
   * Applies what is pending, sets up roles and rights, and proves that workspaces are isolated. May run at every
   * start, and in several processes at once: they wait for each other.
   *
   * @throws StoreError `roles_missing`, `unknown_table` or `isolation_violated`.
   */
  migrate(): Promise<{ applied: string[] }>;
  /** Names of the migrations that {@link Store.migrate} would apply. */
  pendingMigrations(): Promise<string[]>;
  /** An entity manager whose statements all go through `run`: that of one call. */
  entityManager(run: RunStatement): SqlEntityManager;
}

/**
 * Opens a store. Needs `pg` and `@mikro-orm/postgresql` for PostgreSQL, `@electric-sql/pglite` and
 * `@mikro-orm/pglite` for PGlite. PostgreSQL is connected to when first used.
 *
 * @throws StoreError `data_directory_locked` when another process has the folder open.
 */
export function openStore(options: StoreOptions, schema: StoreSchema): Promise<Store> {
  return options.url === undefined ? openPglite(options, schema) : openPostgres(options, schema);
}

async function openPostgres(options: PostgresOptions, schema: StoreSchema): Promise<Store> {
  const [{ PostgresDatabase }, { withPostgresOwner }, { MikroORM }] = await Promise.all([
    import('./postgres.ts'),
    import('./postgres-owner.ts'),
    import('@mikro-orm/postgresql'),
  ]);
  const schemaName = options.schemaName ?? 'public';
  const orm = await MikroORM.init(callOrm(schema));
  const asOwner: AsOwner = work =>
    withPostgresOwner(options.url, schemaName, owner =>
      work({ ...owner, schemaName, openOrm: settings => openPostgresOrm(options.url, settings) }),
    );
  return storeOf(new PostgresDatabase(options), orm, schema, asOwner);
}

async function openPglite(options: PgliteOptions, schema: StoreSchema): Promise<Store> {
  const [{ PgliteDatabase }, { MikroORM }] = await Promise.all([import('./pglite.ts'), import('@mikro-orm/pglite')]);
  const schemaName = options.schemaName ?? 'public';
  const database = await PgliteDatabase.open(options);
  try {
    const orm = await MikroORM.init(callOrm(schema));
    return storeOf(database, orm, schema, work => withPgliteOwner(database, schemaName, work));
  } catch (error) {
    await database.close();
    throw error;
  }
}

type AsOwner = <T>(work: (target: MigrationTarget) => Promise<T>) => Promise<T>;

function withPgliteOwner<T>(
  database: PgliteDatabase,
  schemaName: string,
  work: (target: MigrationTarget) => Promise<T>,
): Promise<T> {
  return database.withEngine(async pglite => {
    const owner: OwnerConnection = {
      query: async text => (await pglite.query<Record<string, unknown>>(text)).rows,
    };
    const openOrm = async (migrations: MigratorSettings) => {
      const [{ MikroORM }, { Migrator }] = await Promise.all([
        import('@mikro-orm/pglite'),
        import('@mikro-orm/migrations'),
      ]);
      return MikroORM.init({ ...bareOrm, driverOptions: { pglite }, extensions: [Migrator], migrations });
    };
    return work({ owner, lock: async () => undefined, schemaName, openOrm });
  });
}

async function openPostgresOrm(url: string, migrations: MigratorSettings): Promise<MikroORM> {
  const [{ MikroORM }, { Migrator }] = await Promise.all([
    import('@mikro-orm/postgresql'),
    import('@mikro-orm/migrations'),
  ]);
  return MikroORM.init({
    ...bareOrm,
    clientUrl: url,
    pool: { min: 0, max: 2 },
    extensions: [Migrator],
    migrations,
  });
}

const bareOrm = { entities: [], discovery: { warnWhenNoEntities: false }, metadataCache: { enabled: false } };

/** MikroORM for the entity managers of calls: it never connects, so its database name means nothing. */
function callOrm(schema: StoreSchema) {
  return {
    ...bareOrm,
    entities: [...schema.entities],
    dbName: 'conferbot',
    driverOptions: callDialect,
    ensureDatabase: false,
  };
}

function storeOf(database: Database, orm: MikroORM, schema: StoreSchema, asOwner: AsOwner): Store {
  keepOwnErrors(orm);
  const tables = [...orm.getMetadata().getAll().values()].flatMap(tableOf);
  return {
    engine: database.engine,
    run: (session, statements) => database.run(session, statements),
    transaction: session => database.transaction(session),
    check: () => database.check(),
    close: async () => {
      await database.close();
      await orm.close(true);
    },
    migrate: () => asOwner(target => migrate(target, schema, tables)),
    pendingMigrations: () =>
      asOwner(({ owner, schemaName }) => pendingMigrations(owner, schemaName, schema.migrations)),
    entityManager: run => callEntityManager(orm, run),
  };
}

function tableOf(meta: EntityMetadata): string[] {
  return meta.virtual || meta.embeddable || meta.abstract ? [] : [meta.tableName];
}
