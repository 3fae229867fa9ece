import { roleNames } from './database.ts';
import { type OwnerConnection, quoteLiteral } from './owner-connection.ts';
import { StoreError } from './store-error.ts';
import { codeOf } from './unavailable.ts';

const names = Object.values(roleNames);
const attributes = 'nologin nosuperuser nobypassrls nocreatedb nocreaterole';
const insufficientPrivilege = '42501';

/**
 * Creates the roles where they are missing, and makes the user of the store a member, so that it may act as them.
 * Roles belong to the whole server: stores of other databases may be doing the same right now.
 *
 * @throws StoreError `roles_missing`, with the statements for an administrator, when the user may not do that.
 */
export async function ensureRoles(owner: OwnerConnection): Promise<void> {
  const missing = await rolesWhere(owner, `to_regrole(name) is null`);
  const strange = await rolesWhere(
    owner,
    `to_regrole(name) is null or not pg_has_role(to_regrole(name), ${useOfRole})`,
  );
  if (strange.length === 0) return;
  try {
    for (const name of missing) await owner.query(createRole(name));
    for (const name of strange) {
      const foreign = await rolesWhere(owner, `name = '${name}' and not pg_has_role(to_regrole(name), ${useOfRole})`);
      if (foreign.length > 0) await owner.query(`grant ${name} to current_user`);
    }
  } catch (error) {
    if (codeOf(error) !== insufficientPrivilege) throw error;
    throw new StoreError('roles_missing', await explain(owner, missing, strange), { cause: error });
  }
}

/** From PostgreSQL 16 on, membership alone does not say that one may act as the role. */
const useOfRole = `case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end`;

async function rolesWhere(owner: OwnerConnection, condition: string): Promise<string[]> {
  const list = names.map(quoteLiteral).join(', ');
  const rows = await owner.query(`select name from unnest(array[${list}]) as name where ${condition}`);
  return rows.map(row => String(row.name));
}

function createRole(name: string): string {
  return `do $$ begin create role ${name} ${attributes};
    exception when duplicate_object or unique_violation then null; end $$`;
}

async function explain(owner: OwnerConnection, missing: string[], strange: string[]): Promise<string> {
  const [row] = await owner.query('select quote_ident(current_user) as name');
  const statements = [
    ...missing.map(name => `create role ${name} ${attributes};`),
    ...strange.map(name => `grant ${name} to ${row?.name};`),
  ];
  return `The database user may not set up the roles of the store. Let an administrator run once:\n${statements.join('\n')}`;
}
