import type { Result, Statement } from '@conferbot/runtime';

/** First day of the current month; `$2` replaces the database's clock. */
const currentMonth = "date_trunc('month', coalesce($2::timestamptz, now()) at time zone 'UTC')::date";

/** Most calls of one grant. Near the end of the quota grants shrink, so that no process sits on what others lack. */
const grantSize = 50;

/**
 * Grants calls of the current month out of its quota: locks the row of the month, then takes as many as are
 * left, up to a lot. To be run in one transaction, and read by {@link readGrant}.
 *
 * @param now Replaces the database's clock.
 */
export function grantStatements(workspaceId: string, quota: number, now: Date | null): Statement[] {
  return [
    {
      name: 'accounts_month_lock',
      text: `select granted from usage_months where workspace_id = $1 and month = ${currentMonth} for update`,
      values: [workspaceId, now],
    },
    {
      name: 'accounts_month_grant',
      text: `update usage_months
set granted = greatest(granted, least($3::bigint, granted + least(${grantSize}, greatest(1, ($3::bigint - granted) / 20))))
where workspace_id = $1 and month = ${currentMonth}
returning granted, month, (extract(epoch from clock_timestamp()) * 1000)::float8 as database_now`,
      values: [workspaceId, now, quota],
    },
  ];
}

export interface Grant {
  /** How many calls this process may make more; 0 when the month is used up. */
  readonly calls: number;
  /** Calls that all processes were granted this month. */
  readonly granted: number;
  /** First day of the month. */
  readonly month: string;
  /** Milliseconds since the epoch. */
  readonly databaseNow: number;
}

/** Undefined when the month has no row yet. */
export function readGrant(results: readonly Result[]): Grant | undefined {
  const before = results[0]?.rows[0];
  const after = results[1]?.rows[0];
  if (before === undefined || after === undefined) return undefined;
  return {
    calls: Number(after.granted) - Number(before.granted),
    granted: Number(after.granted),
    month: String(after.month),
    databaseNow: Number(after.database_now),
  };
}

/** Starts the row of the current month with the calls already made in it, unless the workspace is gone. */
export function openMonthStatement(workspaceId: string, now: Date | null): Statement {
  return {
    name: 'accounts_month_open',
    text: `insert into usage_months (workspace_id, month, granted)
select w.workspace_id, ${currentMonth},
  (select coalesce(sum(calls), 0) from usage_days d where d.workspace_id = w.workspace_id and d.day >= ${currentMonth})
from workspaces w where w.workspace_id = $1
for key share of w
on conflict (workspace_id, month) do nothing`,
    values: [workspaceId, now],
  };
}

/**
 * Sets what was granted this month to what was used: for a start as the only process, after which no grant of an
 * earlier one is left.
 */
export function reconcileStatement(now: Date | null): Statement {
  return {
    text: `update usage_months m set granted = (
  select coalesce(sum(calls), 0) from usage_days d where d.workspace_id = m.workspace_id and d.day >= m.month
)
where m.month = date_trunc('month', coalesce($1::timestamptz, now()) at time zone 'UTC')::date`,
    values: [now],
  };
}

/** After a plan without a limit: counts its calls of this month against the new plan. */
export function catchUpStatement(workspaceId: string, now: Date | null): Statement {
  return {
    text: `update usage_months m set granted = greatest(granted, (
  select coalesce(sum(calls), 0) from usage_days d where d.workspace_id = m.workspace_id and d.day >= m.month
))
where m.workspace_id = $1 and m.month = ${currentMonth}`,
    values: [workspaceId, now],
  };
}
