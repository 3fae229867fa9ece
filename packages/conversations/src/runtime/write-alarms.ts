import type { CallContext } from '@conferbot/plugin';
import type { AlarmKind } from '../entities/conversation-alarm.ts';
import { sessionMs } from './session-tokens.ts';
import type { Thread } from './thread.ts';

/** Idle for so long a conversation is abandoned. */
export const idleMs = 30 * 60_000;
/** So long after the end a message that comes again is answered as before. */
export const restMs = 7 * 86_400_000;
/** An uploaded file waits so long for the message that it is for. */
export const unsentFileMs = 86_400_000;

/**
 * Sets when to look after a conversation. An alarm that is not needed any more is left alone: whoever is woken by it
 * sees that, which is cheaper than to write one at every turn.
 */
export async function writeAlarms(ctx: CallContext, thread: Thread): Promise<void> {
  const { before, state, now } = thread;
  if (thread.hasEnded) {
    await ctx.sql`
      delete from conversation_alarms where conversation_id = ${thread.id} and kind in ('wake', 'abandon')`;
    await setAlarmBy(ctx, thread.id, 'clean', new Date(now.getTime() + restMs));
    return;
  }
  const { until } = state.wait ?? {};
  if (until !== undefined && until !== before.state.wait?.until) {
    await setAlarm(ctx, thread.id, 'wake', new Date(until));
  }
  if (before.state.turn === 0) await setAlarmBy(ctx, thread.id, 'clean', new Date(now.getTime() + sessionMs));
  if (before.state.turn === 0 || before.status === 'abandoned') {
    await setAlarm(ctx, thread.id, 'abandon', new Date(now.getTime() + idleMs));
  }
}

export async function setAlarm(ctx: CallContext, conversationId: string, kind: AlarmKind, dueAt: Date): Promise<void> {
  await ctx.sql`
    insert into conversation_alarms (workspace_id, conversation_id, kind, due_at)
    values (${ctx.workspace.id}, ${conversationId}, ${kind}, ${dueAt})
    on conflict (workspace_id, conversation_id, kind) do update set due_at = excluded.due_at`;
}

/** Like `setAlarm`, but an earlier alarm stays. */
export async function setAlarmBy(
  ctx: CallContext,
  conversationId: string,
  kind: AlarmKind,
  dueAt: Date,
): Promise<void> {
  await ctx.sql`
    insert into conversation_alarms as known (workspace_id, conversation_id, kind, due_at)
    values (${ctx.workspace.id}, ${conversationId}, ${kind}, ${dueAt})
    on conflict (workspace_id, conversation_id, kind) do update set due_at = least(known.due_at, excluded.due_at)`;
}

export async function removeAlarm(ctx: CallContext, conversationId: string, kind: AlarmKind): Promise<void> {
  await ctx.sql`delete from conversation_alarms where conversation_id = ${conversationId} and kind = ${kind}`;
}
