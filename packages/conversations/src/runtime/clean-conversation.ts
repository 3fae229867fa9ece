import type { CallContext } from '@conferbot/plugin';
import { sessionMs } from './session-tokens.ts';
import { isEnd } from './thread.ts';
import { lockThreadRow, type ThreadRow } from './thread-row.ts';
import { removeAlarm, restMs, setAlarm, unsentFileMs } from './write-alarms.ts';

/**
 * Takes away uploads that were never sent and, when nothing comes again, kept replies and work that is done; sets when
 * to look again.
 */
export async function cleanConversation(ctx: CallContext, conversationId: string): Promise<void> {
  const row = await lockThreadRow(ctx, conversationId);
  const now = ctx.now();
  if (row === undefined) return removeAlarm(ctx, conversationId, 'clean');
  await ctx.sql`
    delete from conversation_files
    where conversation_id = ${conversationId} and sent_at is null
      and created_at <= ${new Date(now.getTime() - unsentFileMs)}`;
  const restAt = restOf(row);
  if (restAt <= now) await cleanRest(ctx, conversationId);
  const next = await nextAt(ctx, conversationId, restAt);
  if (next === undefined) await removeAlarm(ctx, conversationId, 'clean');
  else await setAlarm(ctx, conversationId, 'clean', next);
}

/**
 * From when on nothing comes again: some time after the end and what was asked after it; without an end, when the
 * visitor's token is used up.
 */
function restOf({ state, ended_at, started_at, last_message_at }: ThreadRow): Date {
  if (!isEnd(state.status) || ended_at === null) return new Date(Date.parse(started_at) + sessionMs);
  return new Date(Math.max(Date.parse(ended_at), Date.parse(last_message_at)) + restMs);
}

async function cleanRest(ctx: CallContext, conversationId: string): Promise<void> {
  await ctx.sql`delete from conversation_replies where conversation_id = ${conversationId}`;
  await ctx.sql`delete from conversation_effects where conversation_id = ${conversationId} and status <> 'pending'`;
}

/** The oldest upload that waits, or the rest; undefined when there is nothing left to take away. */
async function nextAt(ctx: CallContext, conversationId: string, restAt: Date): Promise<Date | undefined> {
  const [file] = await ctx.sql<{ created_at: string }>`
    select created_at from conversation_files
    where conversation_id = ${conversationId} and sent_at is null order by created_at limit 1`;
  const times = [
    ...(file === undefined ? [] : [Date.parse(file.created_at) + unsentFileMs]),
    ...(restAt > ctx.now() ? [restAt.getTime()] : []),
  ];
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}
