import type { AnswerMode } from '../contract.ts';

/** How a conversation stands with what its visitor asks in free words. Kept in its row. */
export interface Answering {
  /** Who answers, as it was last looked up; null: the flow alone. */
  readonly mode: AnswerMode | null;
  /** Id of the work that words an answer: until it is settled the conversation is busy. */
  readonly pending: string | null;
  /** Questions in a row that nothing known answered. */
  readonly unsure: number;
  /** Sequence number of a question that a person was called for; it is answered when nobody comes. */
  readonly asked: number | null;
}

export const noAnswering: Answering = { mode: null, pending: null, unsure: 0, asked: null };

/** Whether questions are answered after the end of the flow, when no person is called any more. */
export function answersAfterEnd(mode: AnswerMode | null): boolean {
  return mode !== null && mode !== 'human_only';
}
