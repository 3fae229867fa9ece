import type { Statement } from '@conferbot/runtime';
import type { UsageBatch } from './usage-batch.ts';

/**
 * Writes a batch, in one transaction. What belongs to a workspace that is gone is left out: the lock on the row of
 * the workspace makes that exact while one is being deleted.
 */
export function batchStatements(batch: UsageBatch): Statement[] {
  const calls = [...batch.calls()];
  // Rows in one order, so that processes that write the same ones wait for each other instead of locking up.
  const uses = [...batch.uses()].sort((a, b) => (a.keyId < b.keyId ? -1 : 1));
  const unused = [...batch.unused()].sort((a, b) => (a.workspaceId < b.workspaceId ? -1 : 1));
  const statements: Statement[] = [];
  if (calls.length > 0) {
    statements.push({
      name: 'accounts_usage_add',
      text: `insert into usage_days (workspace_id, day, key_id, tool, calls)
select c.workspace_id, $1::date, c.key_id, c.tool, c.calls
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[]) as c (workspace_id, key_id, tool, calls)
join workspaces w on w.workspace_id = c.workspace_id
order by c.workspace_id, c.key_id, c.tool
for key share of w
on conflict (workspace_id, day, key_id, tool) do update set calls = usage_days.calls + excluded.calls`,
      values: [
        batch.day,
        calls.map(entry => entry.workspaceId),
        calls.map(entry => entry.keyId),
        calls.map(entry => entry.tool),
        calls.map(entry => entry.calls),
      ],
    });
  }
  if (uses.length > 0) {
    statements.push({
      name: 'accounts_keys_used',
      text: `update api_keys k set last_used_at = greatest(k.last_used_at, u.used_at)
from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as u (workspace_id, key_id, used_at)
where k.workspace_id = u.workspace_id and k.id = u.key_id`,
      values: [uses.map(use => use.workspaceId), uses.map(use => use.keyId), uses.map(use => use.at)],
    });
  }
  if (unused.length > 0) {
    statements.push({
      name: 'accounts_month_return',
      text: `update usage_months m set granted = m.granted - u.calls
from unnest($1::uuid[], $2::date[], $3::bigint[]) as u (workspace_id, month, calls)
where m.workspace_id = u.workspace_id and m.month = u.month`,
      values: [
        unused.map(entry => entry.workspaceId),
        unused.map(entry => entry.month),
        unused.map(entry => entry.calls),
      ],
    });
  }
  return statements;
}
