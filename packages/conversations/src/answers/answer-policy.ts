import type { CallContext } from '@conferbot/plugin';
import { type AnswerPolicy, questionAnswerer } from '../contract.ts';
import type { Thread } from '../runtime/thread.ts';

/** Looks up who answers what the flow cannot use, and keeps it with the conversation; undefined: nobody. */
export async function answerPolicy(ctx: CallContext, thread: Thread): Promise<AnswerPolicy | undefined> {
  const policy = await ctx.find(questionAnswerer)?.policy(thread.before.chatbot_id);
  const enabled = policy?.enabled === true ? policy : undefined;
  thread.answering = { ...thread.answering, mode: enabled?.mode ?? null };
  return enabled;
}
