import type { CallContext } from '@conferbot/plugin';
import type { AlarmKind } from '../entities/webhook-alarm.ts';

/** Logs are kept so long. */
export const keptMs = 30 * 24 * 60 * 60_000;

const mostInFlight = 5;
/** An endpoint that fails again and again gets one attempt at a time, so that it holds up nothing else. */
const strugglingAfter = 5;

export function inFlightLimit(failuresInRow: number): number {
  return failuresInRow >= strugglingAfter ? 1 : mostInFlight;
}

interface Outlook {
  readonly failures: number;
  readonly next_at: string | null;
  readonly in_flight: number;
  readonly lease_end: string | null;
}

/** Sets when to look after the deliveries of a webhook. Its row must be locked. */
export async function refreshDeliverAlarm(ctx: CallContext, webhookId: string): Promise<void> {
  const [outlook] = await ctx.sql<Outlook>`
    select w.failures,
      (select due_at from webhook_deliveries d where d.webhook_id = w.id and due_at is not null
        and (w.status = 'active' or d.forced or d.lease_id is not null) order by due_at limit 1) as next_at,
      (select count(*)::int from webhook_deliveries d where d.webhook_id = w.id and lease_id is not null) as in_flight,
      (select min(due_at) from webhook_deliveries d where d.webhook_id = w.id and lease_id is not null) as lease_end
    from webhooks w where w.id = ${webhookId}`;
  const isFull = outlook !== undefined && outlook.in_flight >= inFlightLimit(outlook.failures);
  const at = (isFull ? outlook.lease_end : outlook?.next_at) ?? null;
  if (at === null) await removeAlarm(ctx, webhookId, 'deliver');
  else await setAlarm(ctx, webhookId, 'deliver', new Date(at));
}

/** Makes an alarm go off at `at` if it would not go off before. */
export async function advanceAlarms(
  ctx: CallContext,
  webhookIds: readonly string[],
  kind: AlarmKind,
  at: Date,
): Promise<void> {
  await ctx.sql`
    insert into webhook_alarms (workspace_id, webhook_id, kind, due_at)
    select ${ctx.workspace.id}::uuid, id, ${kind}, ${at}::timestamptz from unnest(${webhookIds}::uuid[]) as id
    on conflict (workspace_id, webhook_id, kind) do update set due_at = excluded.due_at
    where webhook_alarms.due_at > excluded.due_at`;
}

export async function setAlarm(ctx: CallContext, webhookId: string, kind: AlarmKind, at: Date): Promise<void> {
  await ctx.sql`
    insert into webhook_alarms (workspace_id, webhook_id, kind, due_at)
    values (${ctx.workspace.id}, ${webhookId}, ${kind}, ${at})
    on conflict (workspace_id, webhook_id, kind) do update set due_at = excluded.due_at`;
}

export async function removeAlarm(ctx: CallContext, webhookId: string, kind: AlarmKind): Promise<void> {
  await ctx.sql`delete from webhook_alarms where webhook_id = ${webhookId} and kind = ${kind}`;
}
