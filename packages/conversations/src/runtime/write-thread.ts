import type { CallContext } from '@conferbot/plugin';
import { tellProgress } from './tell-progress.ts';
import type { Thread } from './thread.ts';
import { writeAlarms } from './write-alarms.ts';
import { type EffectWriting, writeEffects } from './write-effects.ts';
import { writeAnswers, writeMessages, writeVisits } from './write-parts.ts';

/** Writes what was added to a conversation, and emits what happened. */
export async function writeThread(ctx: CallContext, thread: Thread, effects: EffectWriting): Promise<void> {
  await writeMessages(ctx, thread);
  await writeAnswers(ctx, thread);
  await writeVisits(ctx, thread);
  await writeEffects(ctx, thread, effects);
  await writeAlarms(ctx, thread);
  await writeRow(ctx, thread);
  await tellProgress(ctx, thread);
}

async function writeRow(ctx: CallContext, thread: Thread): Promise<void> {
  const { before, now, state, status } = thread;
  await ctx.sql`
    update conversations set
      status = ${status}, state = ${state}, visitor = ${state.visitor}, agent_name = ${thread.agentName},
      answering = ${thread.answering},
      last_seq = ${thread.lastSeq},
      visitor_messages = ${before.visitor_messages + thread.countOf('visitor')},
      bot_messages = ${before.bot_messages + thread.countOf('bot')},
      agent_messages = ${before.agent_messages + thread.countOf('agent')},
      answer_count = ${before.answer_count + thread.answers.length},
      visit_count = ${before.visit_count + thread.visits.filter(visit => visit.enteredAt !== undefined).length},
      last_message_at = ${thread.messages.length > 0 ? now : before.last_message_at},
      last_visitor_at = ${thread.visitorSpoke ? now : before.last_visitor_at},
      handover_at = ${before.handover_at ?? (status === 'waiting_human' || status === 'human' ? now : null)},
      first_reply_at = ${before.first_reply_at ?? (thread.countOf('agent') > 0 ? now : null)},
      first_answer_at = ${before.first_answer_at ?? (thread.hasResponse ? now : null)},
      ended_at = ${endOf(thread)},
      completed_at = ${before.completed_at ?? (status === 'completed' ? now : null)},
      agent_typing_until = null,
      updated_at = ${now}
    where id = ${thread.id}`;
}

/** An abandoned conversation that is closed ends anew. */
function endOf({ before, status, now, isOver }: Thread): string | Date | null {
  if (!isOver) return null;
  return status === before.status && before.ended_at !== null ? before.ended_at : now;
}
