import { databaseRoles } from '@conferbot/plugin';
import type { Composition } from '@conferbot/runtime';
import { PGlite } from '@electric-sql/pglite';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/pglite';

/**
 * Migrates an empty store and returns what is wrong: where the tables differ from the entities, as the SQL that is
 * missing, and what the migrations leave behind when they run down, or cannot do a second time.
 */
export async function checkSchema({ entities, migrations }: Composition['schema']): Promise<string[]> {
  const pglite = await PGlite.create();
  for (const role of Object.values(databaseRoles)) await pglite.exec(`create role ${role} nologin`);
  const orm = await MikroORM.init({
    entities: [...entities],
    driverOptions: { pglite },
    extensions: [Migrator],
    metadataCache: { enabled: false },
    migrations: { migrationsList: [...migrations], snapshot: false, silent: true, disableForeignKeys: false },
  });
  try {
    const empty = await shapeOf(pglite);
    await orm.migrator.up();
    const problems = await difference(orm);
    const full = await shapeOf(pglite);
    // One at a time and in reverse, as an operator would go back.
    for (const { name } of migrations.toReversed()) await orm.migrator.down({ migrations: [name] });
    const left = [...(await shapeOf(pglite))].filter(
      line => !empty.has(line) && !line.includes('mikro_orm_migrations'),
    );
    if (left.length > 0) return [...problems, ...left.map(line => `left behind by the way down: ${line}`)];
    await orm.migrator.up();
    const again = await shapeOf(pglite);
    const changed = [...full, ...again].filter(line => !full.has(line) || !again.has(line));
    problems.push(...changed.map(line => `differs after down and up: ${line}`));
    return problems;
  } finally {
    await orm.close(true);
    if (!pglite.closed) await pglite.close();
  }
}

async function difference(orm: MikroORM): Promise<string[]> {
  const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  const statements = sql.split('\n').filter(line => line.trim() !== '');
  return statements.map(statement => `the entities want: ${statement}`);
}

/** Everything that a migration can make, one line each. */
async function shapeOf(pglite: PGlite): Promise<Set<string>> {
  const { rows } = await pglite.query<{ line: string }>(`
    select concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then 'not null' end, pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    union all select concat_ws(' ', 'relation', relname, relkind, relrowsecurity, relforcerowsecurity)
      from pg_class where relnamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check)
      from pg_policies where schemaname = 'public'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select concat_ws(' ', 'function', oid::regprocedure, md5(prosrc))
      from pg_proc where pronamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'type', typname)
      from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')`);
  return new Set(rows.map(row => row.line));
}
