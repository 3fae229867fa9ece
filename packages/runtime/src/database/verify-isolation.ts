import { roleNames } from './database.ts';
import { type OwnerConnection, quoteLiteral } from './owner-connection.ts';
import { StoreError } from './store-error.ts';

/**
 * Proves from the catalogue that no serving role can see past its workspace: row-level security is enabled and
 * forced on every table that has a workspace_id or belongs to an entity, and no role is, or is a member of, a
 * superuser, a role that bypasses row-level security, or the owner of a table.
 *
 * @throws StoreError `isolation_violated`, naming everything that is wrong.
 */
export async function verifyIsolation(
  owner: OwnerConnection,
  schemaName: string,
  entityTables: readonly string[],
): Promise<void> {
  const problems = [...(await tableProblems(owner, schemaName, entityTables)), ...(await roleProblems(owner))];
  if (problems.length === 0) return;
  throw new StoreError('isolation_violated', `Workspaces are not isolated in this store:\n- ${problems.join('\n- ')}`);
}

async function tableProblems(
  owner: OwnerConnection,
  schemaName: string,
  entityTables: readonly string[],
): Promise<string[]> {
  const rows = await owner.query(
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
       exists (select from pg_attribute a
         where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) as workspace
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = ${quoteLiteral(schemaName)} and c.relkind in ('r', 'p')
     order by c.relname`,
  );
  const existing = new Set(rows.map(row => row.name));
  const problems = entityTables.filter(name => !existing.has(name)).map(name => `table ${name} does not exist`);
  for (const { name, enabled, forced, workspace } of rows) {
    if (workspace !== true && !entityTables.includes(String(name))) continue;
    if (enabled !== true) problems.push(`table ${name} has no row-level security`);
    else if (forced !== true) problems.push(`table ${name} does not force row-level security on its owner`);
  }
  return problems;
}

async function roleProblems(owner: OwnerConnection): Promise<string[]> {
  const rows = await owner.query(
    `with recursive acting as (
       select oid as role, oid as as_role from pg_roles
         where rolname in (${Object.values(roleNames).map(quoteLiteral).join(', ')})
       union
       select acting.role, m.roleid from acting join pg_auth_members m on m.member = acting.as_role
     )
     select acting.role::regrole::text as role, r.rolname as as_role, r.rolsuper as super, r.rolbypassrls as bypass,
       (select min(c.relname) from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owned
     from acting join pg_roles r on r.oid = acting.as_role
     order by 1, 2`,
  );
  const problems: string[] = [];
  for (const { role, as_role: actual, super: isSuper, bypass, owned } of rows) {
    const who = role === actual ? `role ${role}` : `role ${role} is a member of ${actual}, which`;
    if (isSuper === true) problems.push(`${who} is a superuser`);
    if (bypass === true) problems.push(`${who} bypasses row-level security`);
    if (owned !== null) problems.push(`${who} owns the table ${owned}`);
  }
  return problems;
}
