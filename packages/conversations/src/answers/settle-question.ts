import type { CallContext } from '@conferbot/plugin';
import { type QuestionAnswer, questionAnswerer } from '../contract.ts';
import { takeFlowTurn } from '../runtime/flow-turn.ts';
import type { FlowVersions } from '../runtime/flow-versions.ts';
import type { Thread } from '../runtime/thread.ts';
import type { QuestionRequest } from './question-work.ts';

/** With so many questions in a row that nothing known answers, a person is called. */
const mostUnsure = 2;

export interface AnsweredQuestion {
  readonly request: QuestionRequest;
  readonly answer: QuestionAnswer;
  /** Whether what came of it is kept with what is known. */
  readonly isNoted: boolean;
}

/** Says the answer to the question that a conversation waits for. What the flow asked for stands as it did. */
export async function settleQuestion(
  ctx: CallContext,
  versions: FlowVersions,
  thread: Thread,
  { request: { prepared, mode, promptAgain }, answer, isNoted }: AnsweredQuestion,
): Promise<void> {
  const unsure = answer.outcome === 'unsure' ? thread.answering.unsure + 1 : 0;
  thread.settle(unsure);
  const citations = answer.citations.map(({ title, path }) => ({ title, path }));
  const body = { text: answer.text, ...(citations.length > 0 && { citations }) };
  thread.say({ from: 'bot', type: 'text', body });
  if (isNoted) await ctx.find(questionAnswerer)?.note(prepared, answer);
  if (thread.hasEnded) return;
  if (mode === 'ai_first' && unsure >= mostUnsure) {
    thread.settle(0);
    await takeFlowTurn(ctx, versions, thread, { kind: 'handover' });
    return;
  }
  const { nodeId, prompt } = thread.state.wait?.request ?? {};
  if (!promptAgain || nodeId === undefined || prompt === undefined) return;
  thread.say({ from: 'bot', type: 'text', body: { text: prompt }, nodeId });
}
