import type { EffectResult } from '@conferbot/flow-engine';
import type { CallContext, SecretBox } from '@conferbot/plugin';
import type { OutsideWork } from '../answers/question-work.ts';
import { setAlarm } from './write-alarms.ts';
import { leaseMs, openRequest, placeOf } from './write-effects.ts';

/** An effect that this process is to carry out. */
export interface ClaimedEffect<Work extends OutsideWork = OutsideWork> {
  readonly effect: Work;
  readonly attempts: number;
  readonly clientMessageId: string | null;
}

interface EffectRow {
  readonly effect_id: string;
  readonly node_id: string;
  readonly awaited: boolean;
  readonly request: string;
  readonly attempts: number;
  readonly client_message_id: string | null;
}

/** Takes over what is due, under the lock of the conversation's row: never carried out, or by somebody who died. */
export async function claimEffects(
  ctx: CallContext,
  secrets: SecretBox,
  conversationId: string,
): Promise<ClaimedEffect[]> {
  const now = ctx.now();
  const rows = await ctx.sql<EffectRow>`
    update conversation_effects set attempts = attempts + 1, due_at = ${new Date(now.getTime() + leaseMs)}
    where conversation_id = ${conversationId} and status = 'pending' and due_at <= ${now}
    returning effect_id, node_id, awaited, request, attempts, client_message_id`;
  return rows.map(row => ({
    effect: {
      id: row.effect_id,
      nodeId: row.node_id,
      awaited: row.awaited,
      request: openRequest(secrets, placeOf(ctx, conversationId, row.effect_id), row.request),
    } as OutsideWork,
    attempts: row.attempts,
    clientMessageId: row.client_message_id,
  }));
}

/** False when the effect is settled already: somebody else was faster. */
export async function settleEffect(
  ctx: CallContext,
  conversationId: string,
  effectId: string,
  result: EffectResult,
): Promise<boolean> {
  const status = result.ok ? 'done' : 'failed';
  const error = result.ok ? null : result.error.kind;
  const settled = await ctx.sql`
    update conversation_effects set status = ${status}, error = ${error}, request = null
    where conversation_id = ${conversationId} and effect_id = ${effectId} and status = 'pending' returning effect_id`;
  return settled.length > 0;
}

/** Leaves an effect to be carried out again later. */
export async function postponeEffect(
  ctx: CallContext,
  conversationId: string,
  effectId: string,
  dueAt: Date,
): Promise<void> {
  await ctx.sql`
    update conversation_effects set due_at = ${dueAt}
    where conversation_id = ${conversationId} and effect_id = ${effectId} and status = 'pending'`;
  await setAlarm(ctx, conversationId, 'effects', dueAt);
}

/** When the next effect of the conversation is due; undefined when none is left. */
export async function nextEffectAt(ctx: CallContext, conversationId: string): Promise<Date | undefined> {
  const [row] = await ctx.sql<{ due_at: string | null }>`
    select min(due_at) as due_at from conversation_effects
    where conversation_id = ${conversationId} and status = 'pending'`;
  return row?.due_at == null ? undefined : new Date(row.due_at);
}
