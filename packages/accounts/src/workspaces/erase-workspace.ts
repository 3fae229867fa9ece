import type { Database } from '@conferbot/runtime';
import { type EntityClass, EntitySchema } from '@mikro-orm/core';

/** Tables whose rows belong to a workspace. */
export function workspaceTables(entities: readonly EntityClass<object>[]): string[] {
  return entities.flatMap(entity => {
    const meta = EntitySchema.REGISTRY.get(entity)?.meta;
    return meta !== undefined && 'workspaceId' in meta.properties ? [meta.tableName] : [];
  });
}

/**
 * Removes every row of a workspace in one transaction, false when there is no such workspace. It acts as the role
 * that serves calls, scoped to the workspace: row-level security keeps it from touching any other.
 */
export async function eraseWorkspace(
  database: Database,
  tables: readonly string[],
  workspaceId: string,
): Promise<boolean> {
  const transaction = database.transaction({ role: 'app', workspaceId });
  try {
    // The row of the workspace goes first: its lock keeps out whoever writes keys or usage for it.
    const [workspace, references] = await transaction.run([
      { text: 'delete from workspaces where workspace_id = $1', values: [workspaceId] },
      { text: foreignKeys, values: [] },
    ]);
    const order = childrenFirst(tables, (references?.rows ?? []) as unknown as Reference[]);
    await transaction.run(
      order.map(table => ({
        text: `delete from "${table.replaceAll('"', '""')}" where workspace_id = $1`,
        values: [workspaceId],
      })),
    );
    await transaction.commit();
    return (workspace?.count ?? 0) > 0;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

interface Reference {
  readonly child: string;
  readonly parent: string;
}

const foreignKeys = `select c.relname as child, p.relname as parent
from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
where f.contype = 'f' and c.oid <> p.oid and pg_table_is_visible(c.oid)`;

/** Orders tables so that one comes before those that its foreign keys point to. */
function childrenFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered = new Set<string>();
  const visit = (table: string, above: readonly string[]): void => {
    if (ordered.has(table) || above.includes(table)) return;
    for (const { child, parent } of references) if (parent === table) visit(child, [...above, table]);
    if (tables.includes(table)) ordered.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...ordered];
}
