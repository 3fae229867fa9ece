import type { CallContext } from '@conferbot/plugin';
import { releaseHeld } from './queue.ts';

/** A delivery during which processes die again and again is given up. */
const mostAttempts = 20;

export const interruptedMessage = 'The sending process stopped during the attempt; the endpoint may have got it.';

/** Puts on record whose process died before the attempt ended, and makes them due. The webhook's row must be locked. */
export async function closeInterrupted(ctx: CallContext, webhookId: string): Promise<void> {
  const now = ctx.now();
  const rows = await ctx.sql<{ given_up: boolean }>`
    with lost as (
      update webhook_deliveries set lease_id = null,
        status = case when attempts >= ${mostAttempts} then 'failed' else status end,
        due_at = case when attempts >= ${mostAttempts} then null else ${now}::timestamptz end,
        first_pending = first_pending and attempts < ${mostAttempts}
      where webhook_id = ${webhookId} and lease_id is not null and due_at <= ${now}
      returning workspace_id, id, attempts, attempted_at),
    kept as (
      insert into webhook_attempts (workspace_id, delivery_id, number, started_at, error_kind, error_message)
      select workspace_id, id, attempts, attempted_at, 'interrupted', ${interruptedMessage} from lost)
    select attempts >= ${mostAttempts} as given_up from lost`;
  if (rows.some(({ given_up }) => given_up)) await releaseHeld(ctx, webhookId);
}
