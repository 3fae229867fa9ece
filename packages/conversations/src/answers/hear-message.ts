import type { Reply } from '@conferbot/flow-engine';
import { type CallContext, Fault } from '@conferbot/plugin';
import type { AnswerMode } from '../contract.ts';
import { acceptTurn, flowTurn, takeFlowTurn } from '../runtime/flow-turn.ts';
import type { FlowVersions } from '../runtime/flow-versions.ts';
import type { Thread } from '../runtime/thread.ts';
import { answerPolicy } from './answer-policy.ts';
import { answersAfterEnd } from './answering.ts';
import { askQuestion } from './ask-question.ts';
import { isQuestion } from './is-question.ts';

export interface HeardMessage {
  readonly reply: Reply;
  /** What it says where it is words and nothing else. */
  readonly words: string | undefined;
}

/** Whether what is said after the end of the flow is answered. */
export async function isHeardAfterEnd(ctx: CallContext, thread: Thread, words: string | undefined): Promise<boolean> {
  if (thread.flowStatus !== 'completed' || words === undefined) return false;
  return answersAfterEnd((await answerPolicy(ctx, thread))?.mode ?? null);
}

/**
 * What the last message of a conversation leads to: the flow gets it first; a question that the flow turns back is
 * answered, or a person is called for it. A person who takes part reads it, and the flow rests.
 *
 * @throws Fault `conflict` when the flow waits for no message
 */
export async function hearMessage(
  ctx: CallContext,
  versions: FlowVersions,
  thread: Thread,
  { reply, words = '' }: HeardMessage,
): Promise<void> {
  if (thread.hasEnded) return answerAfterEnd(ctx, thread, words);
  if (thread.flowStatus !== 'active') return thread.takeUp();
  const turn = await flowTurn(ctx, versions, thread, { kind: 'reply', ...reply });
  if (turn.ignored !== undefined) throw new Fault('conflict', 'The bot is not waiting for a message right now.');
  // In a row: what the flow takes ends it.
  if (turn.rejection === undefined && thread.answering.unsure > 0) {
    thread.answering = { ...thread.answering, unsure: 0 };
  }
  const isOpen = turn.rejection !== undefined && asksIn(thread, words);
  const policy = isOpen ? await answerPolicy(ctx, thread) : undefined;
  if (policy === undefined) return acceptTurn(ctx, thread, turn);
  thread.takeUp();
  return answer(ctx, versions, thread, words, policy.mode);
}

/** No person is called any more. */
async function answerAfterEnd(ctx: CallContext, thread: Thread, text: string): Promise<void> {
  const { mode } = thread.answering;
  if (mode !== null) await askQuestion(ctx, thread, { seq: thread.lastSeq, text, mode });
}

function asksIn({ state }: Thread, words: string): boolean {
  const request = state.wait?.request;
  return request !== undefined && isQuestion(words, request);
}

async function answer(
  ctx: CallContext,
  versions: FlowVersions,
  thread: Thread,
  text: string,
  mode: AnswerMode,
): Promise<void> {
  const seq = thread.lastSeq;
  if (mode === 'ai_first' || mode === 'ai_only') return askQuestion(ctx, thread, { seq, text, mode });
  await takeFlowTurn(ctx, versions, thread, { kind: 'handover' });
  if (mode === 'human_first') thread.answering = { ...thread.answering, asked: seq };
}
