import type { CallContext, Job, SystemContext } from '@conferbot/plugin';
import { answerLate } from '../answers/answer-late.ts';
import type { AlarmKind } from '../entities/conversation-alarm.ts';
import type { ChatDeps } from './chat-deps.ts';
import { claimedIn } from './effect-carrier.ts';
import { type ClaimedEffect, claimEffects, nextEffectAt } from './effect-store.ts';
import { takeFlowTurn } from './flow-turn.ts';
import { Thread } from './thread.ts';
import { lockThreadRow } from './thread-row.ts';
import { idleMs, removeAlarm, setAlarm } from './write-alarms.ts';
import { writeThread } from './write-thread.ts';

/** What cannot wait for an hour. */
type Urgent = Exclude<AlarmKind, 'clean'>;

interface Alarm {
  readonly workspace_id: string;
  readonly conversation_id: string;
  readonly kind: Urgent;
}

const mostAtOnce = 100;
const mostRounds = 10;
const sideBySide = 8;
/** After a failure. */
const pauseMs = 60_000;

/** Goes on with conversations whose time has come: timers, visitors who left, work that was left undone. */
export function lookAfterConversations(deps: ChatDeps): Job {
  return {
    name: 'look-after-conversations',
    every: 1,
    lease: 6,
    async run(system) {
      for (let round = 0; round < mostRounds && !system.signal.aborted; round++) {
        if ((await lookAfterDue(deps, system)) < mostAtOnce) return;
      }
    },
  };
}

/** @returns how many alarms there were */
async function lookAfterDue(deps: ChatDeps, system: SystemContext): Promise<number> {
  const due = await system.sql<Alarm>`
    select workspace_id, conversation_id, kind from conversation_alarms
    where kind in ('wake', 'abandon', 'effects') and due_at <= ${system.now()} order by due_at limit ${mostAtOnce}`;
  const left = due.values();
  const lookAfterSome = async (): Promise<void> => {
    for (const alarm of left) if (!system.signal.aborted) await lookAfter(deps, system, alarm);
  };
  await Promise.all(Array.from({ length: sideBySide }, lookAfterSome));
  return due.length;
}

/** One that fails holds up no other. */
async function lookAfter(deps: ChatDeps, system: SystemContext, alarm: Alarm): Promise<void> {
  const { workspace_id: workspaceId, conversation_id: conversationId, kind } = alarm;
  try {
    const claimed = await system.inWorkspace(workspaceId, ctx => answerAlarm(ctx, deps, conversationId, kind));
    deps.watchers.tell(conversationId);
    void deps.carrier.start(system, { workspaceId, conversationId }, claimed);
  } catch (error) {
    system.logger.error({ err: error, conversationId, alarm: kind }, 'a conversation could not be looked after');
    await postpone(system, alarm);
  }
}

/** Those that fail again and again must not stand before all others. */
async function postpone(system: SystemContext, { workspace_id, conversation_id, kind }: Alarm): Promise<void> {
  const dueAt = new Date(system.now().getTime() + pauseMs);
  try {
    await system.inWorkspace(workspace_id, ctx => setAlarm(ctx, conversation_id, kind, dueAt));
  } catch (error) {
    system.logger.warn({ err: error, conversationId: conversation_id }, 'an alarm could not be put off');
  }
}

async function answerAlarm(
  ctx: CallContext,
  deps: ChatDeps,
  conversationId: string,
  kind: Urgent,
): Promise<ClaimedEffect[]> {
  const row = await lockThreadRow(ctx, conversationId);
  if (row === undefined) {
    await removeAlarm(ctx, conversationId, kind);
    return [];
  }
  const thread = new Thread(row, ctx.now());
  switch (kind) {
    case 'wake':
      return wake(ctx, deps, thread);
    case 'abandon':
      await abandon(ctx, deps, thread);
      return [];
    case 'effects':
      return takeOver(ctx, deps, thread);
  }
}

async function wake(ctx: CallContext, deps: ChatDeps, thread: Thread): Promise<ClaimedEffect[]> {
  const { until } = thread.state.wait ?? {};
  if (until !== undefined && until > thread.now.getTime()) {
    await setAlarm(ctx, thread.id, 'wake', new Date(until));
    return [];
  }
  await removeAlarm(ctx, thread.id, 'wake');
  if (until === undefined) return [];
  const { asked } = thread.answering;
  await takeFlowTurn(ctx, deps.versions, thread, { kind: 'timer' });
  if (!thread.isChanged) return [];
  if (asked !== null) await answerLate(ctx, thread, asked);
  await writeThread(ctx, thread, { secrets: deps.secrets, claims: true, clientMessageId: null });
  return claimedIn(thread, null);
}

/** Only a visitor who is asked something can leave it unanswered. */
async function abandon(ctx: CallContext, deps: ChatDeps, thread: Thread): Promise<void> {
  const { before, state, now } = thread;
  const idleSince = Math.max(Date.parse(before.last_visitor_at), Date.parse(before.last_message_at));
  const isIdle = idleSince + idleMs <= now.getTime();
  if (before.status === 'active' && state.wait?.for === 'reply' && !thread.isBusy && isIdle) {
    await removeAlarm(ctx, thread.id, 'abandon');
    thread.status = 'abandoned';
    await writeThread(ctx, thread, { secrets: deps.secrets, claims: false, clientMessageId: null });
    return;
  }
  if (thread.isOver) await removeAlarm(ctx, thread.id, 'abandon');
  else await setAlarm(ctx, thread.id, 'abandon', new Date((isIdle ? now.getTime() : idleSince) + idleMs));
}

async function takeOver(ctx: CallContext, deps: ChatDeps, thread: Thread): Promise<ClaimedEffect[]> {
  const claimed = await claimEffects(ctx, deps.secrets, thread.id);
  const next = await nextEffectAt(ctx, thread.id);
  if (next === undefined) await removeAlarm(ctx, thread.id, 'effects');
  else await setAlarm(ctx, thread.id, 'effects', next);
  return claimed;
}
