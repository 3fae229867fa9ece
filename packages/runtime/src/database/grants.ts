import type { StorageRights, TableRight } from '@conferbot/plugin';
import { type Role, roleNames } from './database.ts';
import { type OwnerConnection, quoteIdentifier, quoteLiteral } from './owner-connection.ts';
import { StoreError } from './store-error.ts';

interface Relation {
  readonly name: string;
  readonly hasWorkspace: boolean;
  /** Sequences that its columns draw from; null when there are none. */
  readonly sequences: readonly string[];
}

const allRights: readonly TableRight[] = ['select', 'insert', 'update', 'delete'];

/**
 * Gives each role exactly its rights: what is named, and to `app` all rights in every other table with a
 * workspace_id. Changes only what differs, so that it disturbs nobody when nothing changed.
 *
 * @throws StoreError `unknown_table` when rights name a table that does not exist.
 */
export async function applyGrants(owner: OwnerConnection, schemaName: string, rights: StorageRights): Promise<void> {
  const relations = await readRelations(owner, schemaName);
  const wanted = new Set<string>();
  for (const relation of relations) {
    if (relation.hasWorkspace && !(relation.name in rights.app)) want(wanted, 'app', relation, allRights);
  }
  for (const role of ['app', 'worker', 'control'] as const) {
    for (const [table, names] of Object.entries(rights[role])) {
      const relation = relations.find(candidate => candidate.name === table);
      if (relation === undefined) {
        throw new StoreError(
          'unknown_table',
          `The rights of ${roleNames[role]} name the table ${table}, which does not exist.`,
        );
      }
      want(wanted, role, relation, names);
    }
  }
  const granted = await readGrants(owner, schemaName);
  const schema = quoteIdentifier(schemaName);
  const statements = [
    ...Object.values(roleNames).map(role => `grant usage on schema ${schema} to ${role}`),
    ...[...wanted].filter(grant => !granted.has(grant)).map(grant => statement('grant', schema, grant)),
    ...[...granted].filter(grant => !wanted.has(grant)).map(grant => statement('revoke', schema, grant)),
  ];
  const usable = await owner.query(
    `select bool_and(has_schema_privilege(name, ${quoteLiteral(schemaName)}, 'usage')) as yes
     from unnest(array[${Object.values(roleNames).map(quoteLiteral).join(', ')}]) as name`,
  );
  const needed = usable[0]?.yes === true ? statements.slice(Object.keys(roleNames).length) : statements;
  for (const text of needed) await owner.query(text);
}

function want(wanted: Set<string>, role: Role, relation: Relation, rights: readonly TableRight[]): void {
  for (const right of rights) wanted.add(JSON.stringify([roleNames[role], right, relation.name]));
  if (!rights.includes('insert')) return;
  for (const sequence of relation.sequences) wanted.add(JSON.stringify([roleNames[role], 'usage', sequence]));
}

function statement(verb: 'grant' | 'revoke', schema: string, grant: string): string {
  const [role, right, name] = JSON.parse(grant);
  const kind = right === 'usage' ? 'sequence ' : '';
  return `${verb} ${right} on ${kind}${schema}.${quoteIdentifier(name)} ${verb === 'grant' ? 'to' : 'from'} ${role}`;
}

async function readRelations(owner: OwnerConnection, schemaName: string): Promise<Relation[]> {
  const rows = await owner.query(
    `select c.relname as name,
       exists (select from pg_attribute a
         where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) as workspace,
       (select json_agg(s.relname) from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
         where d.refobjid = c.oid and d.deptype = 'a')::text as sequences
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = ${quoteLiteral(schemaName)} and c.relkind in ('r', 'p')
     order by c.relname`,
  );
  return rows.map(row => ({
    name: String(row.name),
    hasWorkspace: row.workspace === true,
    sequences: typeof row.sequences === 'string' ? JSON.parse(row.sequences) : [],
  }));
}

async function readGrants(owner: OwnerConnection, schemaName: string): Promise<Set<string>> {
  const rows = await owner.query(
    `select r.rolname as role, lower(a.privilege_type) as right, c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
       join pg_roles r on r.oid = a.grantee
     where n.nspname = ${quoteLiteral(schemaName)}
       and r.rolname in (${Object.values(roleNames).map(quoteLiteral).join(', ')})`,
  );
  return new Set(rows.map(row => JSON.stringify([row.role, row.right, row.name])));
}
