import { PGlite } from '@electric-sql/pglite';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccounts } from '../src/index.ts';
import { pepper, silent } from './fixture.ts';

describe('the migrations of accounts', () => {
  let orm: MikroORM;
  let pglite: PGlite;

  beforeAll(async () => {
    pglite = await PGlite.create();
    await pglite.exec('create role conferbot_app; create role conferbot_worker; create role conferbot_control');
    const { storage } = createAccounts({ pepper, logger: silent }).plugin;
    orm = await MikroORM.init({
      entities: [...storage.entities],
      driverOptions: { pglite },
      extensions: [Migrator],
      migrations: { migrationsList: [...storage.migrations], snapshot: false, silent: true, disableForeignKeys: false },
    });
  });

  afterAll(async () => {
    await orm.close();
    await pglite.close();
  });

  test('make exactly the tables that the entities describe', async () => {
    await orm.migrator.up();
    expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
  });

  test('go down without a trace, and up again', async () => {
    await orm.migrator.down({ to: 0 });
    const { rows } = await pglite.query(`select relname from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname = 'public' and relkind in ('r', 'i', 'S') and relname not like 'mikro_orm%'`);
    expect(rows).toEqual([]);
    await orm.migrator.up();
    expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
  });

  test('keep every index but the one of the key hash led by the workspace', async () => {
    const { rows } = await pglite.query<{ name: string; column: string }>(`
      select i.relname as name, a.attname as column
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where t.relname in ('workspaces', 'api_keys', 'usage_days', 'usage_months') order by 1`);
    expect(rows.filter(row => row.column !== 'workspace_id')).toEqual([{ name: 'api_keys_hash', column: 'hash' }]);
    expect(rows).toHaveLength(5);
  });
});
