import type { Effect } from '@conferbot/flow-engine';
import type { AnswerMode, PreparedQuestion } from '../contract.ts';

/** What the wording of an answer takes, and what is done with the answer. */
export interface QuestionRequest {
  readonly kind: 'question';
  readonly prepared: PreparedQuestion;
  /** Who answered when it was asked. */
  readonly mode: AnswerMode;
  /** Whether what the flow asks for is said again behind the answer. */
  readonly promptAgain: boolean;
}

/** An answer to be worded outside of any transaction. */
export interface QuestionWork {
  readonly id: string;
  readonly nodeId: string;
  readonly awaited: true;
  readonly request: QuestionRequest;
}

/** Work outside, for the flow or for an answer. */
export type OutsideWork = Effect | QuestionWork;

export function isQuestionWork(work: OutsideWork): work is QuestionWork {
  return work.request.kind === 'question';
}
