import { type CallContext, newUuid, type SecretBox } from '@conferbot/plugin';
import type { WebhookStatus } from '../contract.ts';
import type { OldSecret } from '../entities/webhook.ts';
import { signingSecrets } from '../signing-secret.ts';
import { inFlightLimit, refreshDeliverAlarm, removeAlarm } from './alarms.ts';
import { closeInterrupted } from './interrupted.ts';

/** An attempt that this process is to make. */
export interface Claim {
  readonly webhookId: string;
  readonly deliveryId: string;
  readonly messageId: string;
  readonly leaseId: string;
  readonly url: string;
  /** The present one first. */
  readonly secrets: readonly string[];
  readonly event: string;
  readonly body: string;
  /** Number of the attempt, from 1. */
  readonly number: number;
  /** Whether those behind it in the order wait for it. */
  readonly isFirst: boolean;
  readonly startedAt: Date;
}

export interface ClaimRules {
  readonly secrets: SecretBox;
  readonly leaseMs: number;
}

interface ClaimedRow {
  readonly id: string;
  readonly message_id: string;
  readonly event: string;
  readonly body: string;
  readonly attempts: number;
  readonly first_pending: boolean;
}

interface LockedWebhook {
  readonly url: string;
  readonly status: WebhookStatus;
  readonly failures: number;
  readonly secret: string;
  readonly old_secrets: readonly OldSecret[];
  readonly in_flight: number;
}

/** Takes what is due of a webhook, at most `most`, so that nobody else does until the lease runs out. */
export async function claimDeliveries(
  ctx: CallContext,
  webhookId: string,
  most: number,
  rules: ClaimRules,
): Promise<Claim[]> {
  const locked = await ctx.sql`select id from webhooks where id = ${webhookId} for update`;
  if (locked.length === 0) {
    await removeAlarm(ctx, webhookId, 'deliver');
    return [];
  }
  await closeInterrupted(ctx, webhookId);
  const [webhook] = await ctx.sql<LockedWebhook>`
    select url, status, failures, secret, old_secrets,
      (select count(*)::int from webhook_deliveries d where d.webhook_id = w.id and lease_id is not null) as in_flight
    from webhooks w where id = ${webhookId}`;
  if (webhook === undefined) return [];
  const room = Math.min(most, inFlightLimit(webhook.failures) - webhook.in_flight);
  const leaseId = newUuid();
  const rows = room <= 0 ? [] : await lease(ctx, { webhookId, leaseId, room, leaseMs: rules.leaseMs });
  await refreshDeliverAlarm(ctx, webhookId);
  if (rows.length === 0) return [];
  const startedAt = ctx.now();
  const place = { workspaceId: ctx.workspace.id, webhookId };
  const secrets = signingSecrets(rules.secrets, place, webhook.secret, webhook.old_secrets, startedAt);
  return rows.map(row => ({
    webhookId,
    deliveryId: row.id,
    messageId: row.message_id,
    leaseId,
    url: webhook.url,
    secrets,
    event: row.event,
    body: row.body,
    number: row.attempts,
    isFirst: row.first_pending,
    startedAt,
  }));
}

interface Lease {
  readonly webhookId: string;
  readonly leaseId: string;
  readonly room: number;
  readonly leaseMs: number;
}

async function lease(ctx: CallContext, { webhookId, leaseId, room, leaseMs }: Lease): Promise<ClaimedRow[]> {
  const now = ctx.now();
  // Materialized: a subquery that is run more than once would lock, and take, more than the limit.
  const rows = await ctx.sql<ClaimedRow & { readonly position: number }>`
    with due as materialized (
      select d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id
      where d.webhook_id = ${webhookId} and d.due_at <= ${now} and d.lease_id is null
        and (w.status = 'active' or d.forced)
      order by d.due_at, d.position limit ${room} for update of d skip locked)
    update webhook_deliveries d set lease_id = ${leaseId}, due_at = ${new Date(now.getTime() + leaseMs)},
      attempts = attempts + 1, attempted_at = ${now}
    from due where d.id = due.id
    returning d.id, message_id, event, body, attempts, first_pending, position`;
  return rows.sort((a, b) => a.position - b.position);
}
