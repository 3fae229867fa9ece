import type { StorageRights } from '@conferbot/plugin';
import type { EntityClass, MigrationObject, MikroORM } from '@mikro-orm/core';
import { applyGrants } from './grants.ts';
import { type OwnerConnection, quoteIdentifier, quoteLiteral } from './owner-connection.ts';
import { ensureRoles } from './roles.ts';
import { verifyIsolation } from './verify-isolation.ts';

/** Not MikroORM's own name: an application that embeds us may migrate the same database with it. */
const migrationsTable = 'conferbot_migrations';

/** What a composition stores, and who may do what outside a workspace. */
export interface StoreSchema {
  readonly entities: readonly EntityClass<object>[];
  /** In order; names are unique. */
  readonly migrations: readonly MigrationObject[];
  readonly rights: StorageRights;
}

/** A store as its owner sees it. */
export interface MigrationTarget {
  readonly owner: OwnerConnection;
  /** Waits until no other process migrates this store, and keeps others out until the connection ends. */
  readonly lock: () => Promise<void>;
  readonly schemaName: string;
  /** MikroORM on a connection of the owner, with a Migrator of these settings; closed afterwards. */
  readonly openOrm: (migrations: MigratorSettings) => Promise<MikroORM>;
}

export type MigratorSettings = ReturnType<typeof migratorSettings>;

function migratorSettings(schemaName: string, migrations: readonly MigrationObject[]) {
  return {
    migrationsList: [...migrations],
    tableName: migrationsTable,
    schema: schemaName,
    snapshot: false,
    silent: true,
    // Switching foreign keys off takes a superuser, and hides mistakes.
    disableForeignKeys: false,
  };
}

/** Brings tables, roles and rights up to date, and proves the isolation of workspaces. */
export async function migrate(
  target: MigrationTarget,
  schema: StoreSchema,
  entityTables: readonly string[],
): Promise<{ applied: string[] }> {
  const { owner, schemaName } = target;
  await target.lock();
  await ensureRoles(owner);
  const applied = await pendingMigrations(owner, schemaName, schema.migrations);
  if (applied.length > 0) await runMigrations(target, schema.migrations);
  await applyGrants(owner, schemaName, schema.rights);
  await verifyIsolation(owner, schemaName, entityTables);
  return { applied };
}

/** Names of the migrations that the store has not seen yet, in order. */
export async function pendingMigrations(
  owner: OwnerConnection,
  schemaName: string,
  migrations: readonly MigrationObject[],
): Promise<string[]> {
  const table = `${quoteIdentifier(schemaName)}.${migrationsTable}`;
  const [found] = await owner.query(`select to_regclass(${quoteLiteral(table)}) is not null as yes`);
  const rows = found?.yes === true ? await owner.query(`select name from ${table}`) : [];
  const executed = new Set(rows.map(row => row.name));
  return migrations.map(migration => migration.name).filter(name => !executed.has(name));
}

async function runMigrations(target: MigrationTarget, migrations: readonly MigrationObject[]): Promise<void> {
  const orm = await target.openOrm(migratorSettings(target.schemaName, migrations));
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}
