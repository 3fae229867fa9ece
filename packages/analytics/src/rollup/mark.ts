import { conversationHistory } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';
import { quarterOf } from './span.ts';

/** A quarter is counted so long after the first change in it, and what changes until then is counted with it. */
const pauseMs = 5_000;

/**
 * Has the quarter counted anew in which a conversation started. With the first one of a chatbot, all that it had
 * before: this plugin may not have been there.
 */
export async function markStarted(ctx: CallContext, chatbotId: string, startedAt: Date): Promise<void> {
  const isKnown = await setAlarm(ctx, chatbotId);
  const earlier = isKnown ? [] : await ctx.use(conversationHistory).quarters(chatbotId);
  await insertStale(ctx, chatbotId, [...earlier, new Date(quarterOf(startedAt.getTime()))]);
}

/** Quarters that have conversations, or that something is told of. */
export async function markSpan(ctx: CallContext, chatbotId: string, from: Date, to: Date): Promise<void> {
  await setAlarm(ctx, chatbotId);
  const since = new Date(quarterOf(from.getTime()));
  const quarters = await ctx.use(conversationHistory).quarters(chatbotId);
  // A day and a month start with a quarter, which has them added up anew too.
  const told = await ctx.sql<{ starts_at: string }>`
    select distinct starts_at from count_rollups
    where chatbot_id = ${chatbotId} and starts_at >= ${since} and starts_at < ${to}`;
  const inside = quarters.filter(quarter => quarter >= since && quarter < to);
  await insertStale(ctx, chatbotId, [...inside, ...told.map(({ starts_at }) => new Date(starts_at))]);
}

/** Takes the lock that keeps a count and a mark apart. @returns whether the chatbot had an alarm before */
async function setAlarm(ctx: CallContext, chatbotId: string): Promise<boolean> {
  const dueAt = new Date(ctx.now().getTime() + pauseMs);
  const [alarm] = await ctx.sql<{ is_known: boolean }>`
    insert into rollup_alarms as known (workspace_id, chatbot_id, due_at)
    values (${ctx.workspace.id}, ${chatbotId}, ${dueAt})
    on conflict (workspace_id, chatbot_id) do update
      set due_at = least(known.due_at, excluded.due_at)
    returning xmax <> 0 as is_known`;
  return alarm?.is_known ?? false;
}

async function insertStale(ctx: CallContext, chatbotId: string, starts: readonly Date[]): Promise<void> {
  await ctx.sql`
    insert into stale_quarters (workspace_id, chatbot_id, starts_at)
    select distinct ${ctx.workspace.id}::uuid, ${chatbotId}::uuid, starts_at
    from unnest(${starts}::timestamptz[]) as starts_at
    on conflict (workspace_id, chatbot_id, starts_at) do nothing`;
}
