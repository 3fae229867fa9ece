import type { CallContext, Job, SystemContext } from '@conferbot/plugin';
import { keptMs, refreshDeliverAlarm, removeAlarm, setAlarm } from '../delivery/alarms.ts';
import { releaseHeld } from '../delivery/queue.ts';

interface Alarm {
  readonly workspace_id: string;
  readonly webhook_id: string;
}

const alarmsAtOnce = 100;
const deliveriesAtOnce = 1000;
const nextLookMs = 60_000;

/** Removes what has been in the logs for 30 days, a batch at a time. */
export function removeOldDeliveries(): Job {
  return {
    name: 'remove-old-webhook-deliveries',
    every: 3600,
    async run(system) {
      const failed: string[] = [];
      for (;;) {
        const due = await system.sql<Alarm>`
          select workspace_id, webhook_id from webhook_alarms
          where kind = 'expire' and due_at <= ${system.now()} and webhook_id <> all(${failed}::uuid[])
          order by due_at limit ${alarmsAtOnce}`;
        for (const alarm of due) if (!system.signal.aborted) await removeOfWebhook(system, alarm, failed);
        if (due.length === 0 || system.signal.aborted) return;
      }
    },
  };
}

/** One that fails holds up no other. */
async function removeOfWebhook(system: SystemContext, alarm: Alarm, failed: string[]): Promise<void> {
  const { workspace_id: workspaceId, webhook_id: webhookId } = alarm;
  try {
    await system.inWorkspace(workspaceId, ctx => removeBatch(ctx, webhookId));
  } catch (error) {
    failed.push(webhookId);
    system.logger.error({ err: error, webhookId }, 'old webhook logs could not be removed');
  }
}

async function removeBatch(ctx: CallContext, webhookId: string): Promise<void> {
  // Locked, so that nothing is queued between the look at what is left and the alarm for it.
  await ctx.sql`select id from webhooks where id = ${webhookId} for update`;
  const before = new Date(ctx.now().getTime() - keptMs);
  const gone = await ctx.sql<{ id: string; first_pending: boolean }>`
    delete from webhook_deliveries where id in (
      select id from webhook_deliveries
      where webhook_id = ${webhookId} and created_at <= ${before} and lease_id is null
      order by created_at limit ${deliveriesAtOnce})
    returning id, first_pending`;
  await ctx.sql`delete from webhook_attempts where delivery_id = any(${gone.map(({ id }) => id)}::uuid[])`;
  if (gone.some(({ first_pending }) => first_pending)) await releaseHeld(ctx, webhookId);
  await refreshDeliverAlarm(ctx, webhookId);
  const [oldest] = await ctx.sql<{ at: string | null }>`
    select min(created_at) as at from webhook_deliveries where webhook_id = ${webhookId}`;
  if (oldest?.at == null) return removeAlarm(ctx, webhookId, 'expire');
  const expiresAt = Date.parse(oldest.at) + keptMs;
  // What is old and being attempted is left for the next run.
  const notBefore = gone.length < deliveriesAtOnce ? ctx.now().getTime() + nextLookMs : expiresAt;
  await setAlarm(ctx, webhookId, 'expire', new Date(Math.max(expiresAt, notBefore)));
}
