import type { CallContext } from '@conferbot/plugin';
import type { Thread } from '../runtime/thread.ts';
import { answerPolicy } from './answer-policy.ts';
import { askQuestion } from './ask-question.ts';

/**
 * Nobody came for a question: it is answered now. What the flow asks for, which it just said again, is said behind the
 * answer instead.
 */
export async function answerLate(ctx: CallContext, thread: Thread, seq: number): Promise<void> {
  const request = thread.state.wait?.request;
  if (thread.flowStatus !== 'active' || request === undefined) return;
  const policy = await answerPolicy(ctx, thread);
  if (policy === undefined || policy.mode === 'human_only') return;
  const [message] = await ctx.sql<{ text: string }>`
    select body->>'text' as text from conversation_messages where conversation_id = ${thread.id} and seq = ${seq}`;
  if (message === undefined) return;
  const last = thread.messages.at(-1);
  if (last?.node_id === request.nodeId && last.body.text === request.prompt) thread.messages.pop();
  // Nobody is called again for it, whoever answers first by now.
  await askQuestion(ctx, thread, { seq, text: message.text, mode: 'human_first', isLate: true });
}
