import type { CallContext } from '@conferbot/plugin';
import type { WebhookStatus } from '../contract.ts';
import { refreshDeliverAlarm } from './alarms.ts';
import type { Outcome } from './attempt.ts';
import type { Claim } from './claim.ts';
import { interruptedMessage } from './interrupted.ts';
import { type Verdict, verdictOf } from './verdict.ts';

type Ended = Exclude<Outcome, { kind: 'interrupted' }>;

interface LockedWebhook {
  readonly status: WebhookStatus;
  readonly failures: number;
  readonly failing_since: string | null;
}

interface LockedDelivery {
  readonly failures: number;
  readonly order_key: string | null;
  readonly forced: boolean;
}

/** So many failures in a row, over so long, pause a webhook. */
const pausesAfter = 100;
const pausesAfterMs = 3 * 24 * 60 * 60_000;
/** Time for a process that stops to be gone. */
const interruptedPauseMs = 1000;

/** Keeps what came of an attempt. Nothing happens when the lease was lost, or the webhook was deleted. */
export async function settleAttempt(ctx: CallContext, claim: Claim, outcome: Outcome, random: number): Promise<void> {
  const [webhook] = await ctx.sql<LockedWebhook>`
    select status, failures, failing_since from webhooks where id = ${claim.webhookId} for update`;
  if (webhook === undefined) return;
  const [delivery] = await ctx.sql<LockedDelivery>`
    select failures, order_key, forced from webhook_deliveries
    where id = ${claim.deliveryId} and lease_id = ${claim.leaseId} for update`;
  if (delivery === undefined) return;
  if (outcome.kind === 'interrupted') {
    await keepInterruption(ctx, claim);
  } else {
    const found = verdictOf(outcome, delivery.failures, ctx.now(), random);
    // Another attempt was told meanwhile that the endpoint is gone.
    const isFinal = found.status === 'retrying' && webhook.status === 'disabled' && !delivery.forced;
    const verdict: Verdict = isFinal ? { ...found, status: 'failed', nextAt: null } : found;
    await keepVerdict(ctx, claim, verdict);
    await keepAttempt(ctx, claim, outcome, verdict);
    if (claim.isFirst) await releaseNext(ctx, claim.webhookId, delivery.order_key);
    await keepHealth(ctx, claim, webhook, outcome, verdict);
  }
  await refreshDeliverAlarm(ctx, claim.webhookId);
}

/** What is left for later because this process stops is no failure of the endpoint. */
async function keepInterruption(ctx: CallContext, { deliveryId, number, startedAt }: Claim): Promise<void> {
  const dueAt = new Date(ctx.now().getTime() + interruptedPauseMs);
  await ctx.sql`update webhook_deliveries set lease_id = null, due_at = ${dueAt} where id = ${deliveryId}`;
  await ctx.sql`
    insert into webhook_attempts (workspace_id, delivery_id, number, started_at, error_kind, error_message)
    values (${ctx.workspace.id}, ${deliveryId}, ${number}, ${startedAt}, 'interrupted', ${interruptedMessage})`;
}

async function keepVerdict(ctx: CallContext, { deliveryId }: Claim, { status, nextAt }: Verdict): Promise<void> {
  const failed = status === 'delivered' ? 0 : 1;
  await ctx.sql`
    update webhook_deliveries set lease_id = null, first_pending = false, status = ${status}, due_at = ${nextAt},
      failures = failures + ${failed}
    where id = ${deliveryId}`;
}

async function keepAttempt(ctx: CallContext, claim: Claim, outcome: Ended, { error }: Verdict): Promise<void> {
  const { statusCode, body } = outcome.kind === 'answered' ? outcome : { statusCode: null, body: null };
  await ctx.sql`
    insert into webhook_attempts (workspace_id, delivery_id, number, started_at, duration_ms, status_code, error_kind,
      error_message, response_body)
    values (${ctx.workspace.id}, ${claim.deliveryId}, ${claim.number}, ${claim.startedAt}, ${outcome.durationMs},
      ${statusCode}, ${error?.kind ?? null}, ${error?.message ?? null}, ${body})`;
}

/** The first attempt is made: the next event of the same key may have its own. */
async function releaseNext(ctx: CallContext, webhookId: string, orderKey: string | null): Promise<void> {
  if (orderKey === null) return;
  await ctx.sql`
    update webhook_deliveries set due_at = ${ctx.now()} where id = (
      select id from webhook_deliveries
      where webhook_id = ${webhookId} and order_key = ${orderKey} and first_pending and due_at is null
      order by position limit 1)`;
}

async function keepHealth(
  ctx: CallContext,
  { webhookId, startedAt }: Claim,
  webhook: LockedWebhook,
  outcome: Ended,
  { status, isGone }: Verdict,
): Promise<void> {
  const now = ctx.now();
  const failures = status === 'delivered' ? 0 : webhook.failures + 1;
  const failingSince = failures === 0 ? null : new Date(webhook.failing_since ?? startedAt);
  const hasFailedLong =
    failures >= pausesAfter && failingSince !== null && now.getTime() - failingSince.getTime() >= pausesAfterMs;
  const isPaused = webhook.status === 'active' && hasFailedLong && !isGone;
  const change = isGone ? 'disabled' : isPaused ? 'paused' : null;
  const reason = isGone ? 'gone' : isPaused ? 'failing' : null;
  const statusCode = outcome.kind === 'answered' ? outcome.statusCode : null;
  await ctx.sql`
    update webhooks set failures = ${failures}, failing_since = ${failingSince},
      status = coalesce(${change}, status), status_reason = coalesce(${reason}, status_reason),
      last_status = ${status}, last_status_code = ${statusCode}, last_at = ${startedAt}
    where id = ${webhookId}`;
  if (isGone) await giveUpWaiting(ctx, webhookId);
}

/** What is being attempted by others is theirs to settle. */
async function giveUpWaiting(ctx: CallContext, webhookId: string): Promise<void> {
  await ctx.sql`
    update webhook_deliveries set status = 'failed', due_at = null, first_pending = false
    where webhook_id = ${webhookId} and status in ('pending', 'retrying') and lease_id is null and not forced`;
}
