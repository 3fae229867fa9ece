import type { Plan, Sql } from '@conferbot/plugin';
import { dayOf, monthOf } from '../calendar.ts';
import type { UsageReport } from '../contract.ts';
import { monthlyQuota } from '../plan.ts';
import type { UsageLedger } from './usage-ledger.ts';

export interface DetailedUsage extends UsageReport {
  /** Keys by uuid, most used first. */
  readonly byKey: readonly { readonly keyId: string; readonly calls: number }[];
}

interface UsageRow {
  readonly day: string | null;
  readonly keyId: string | null;
  readonly tool: string | null;
  readonly calls: number;
}

/** The current month of one workspace: what is written, and what this process has still to write. */
export async function reportUsage(
  ledger: UsageLedger,
  sql: Sql,
  workspace: { readonly id: string; readonly plan: Plan },
  now: number,
): Promise<DetailedUsage> {
  const month = monthOf(now);
  const { written, pending } = await ledger.read(
    () => sql<UsageRow>`
    select day, key_id as "keyId", tool, sum(calls) as calls
    from usage_days
    where workspace_id = ${workspace.id} and day >= ${month.firstDay}::date and day < ${dayOf(month.endsAt)}::date
    group by grouping sets ((day), (key_id), (tool))`,
  );
  const byDay = new Map<string, number>();
  const byKey = new Map<string, number>();
  const byTool = new Map<string, number>();
  for (const { day, keyId, tool, calls } of written) {
    if (day !== null) add(byDay, day, calls);
    if (keyId !== null) add(byKey, keyId, calls);
    if (tool !== null) add(byTool, tool, calls);
  }
  for (const { workspaceId, day, keyId, tool, calls } of pending) {
    if (workspaceId !== workspace.id || day < month.firstDay) continue;
    add(byDay, day, calls);
    add(byKey, keyId, calls);
    add(byTool, tool, calls);
  }
  const quota = monthlyQuota(workspace.plan);
  const used = [...byDay.values()].reduce((sum, calls) => sum + calls, 0);
  return {
    month: month.firstDay.slice(0, 7),
    plan: workspace.plan,
    quota,
    used,
    remaining: quota === null ? null : Math.max(0, quota - used),
    resetsAt: new Date(month.endsAt).toISOString(),
    daily: daysOf(month.startsAt, now).map(date => ({ date, calls: byDay.get(date) ?? 0 })),
    byTool: mostFirst(byTool).map(([tool, calls]) => ({ tool, calls })),
    byKey: mostFirst(byKey).map(([keyId, calls]) => ({ keyId, calls })),
  };
}

function add(counts: Map<string, number>, key: string, calls: number): void {
  counts.set(key, (counts.get(key) ?? 0) + calls);
}

function daysOf(from: number, to: number): string[] {
  const days: string[] = [];
  for (let time = from; time <= to; time += 86_400_000) days.push(dayOf(time));
  return days;
}

function mostFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, callsOfA], [b, callsOfB]) => callsOfB - callsOfA || (a < b ? -1 : 1));
}
