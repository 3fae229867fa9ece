import { z } from 'zod';

/** A row of `conversation_answers`. */
export interface AnswerRow {
  readonly conversation_id: string;
  readonly ordinal: number;
  readonly node_id: string;
  readonly key: string;
  readonly value: unknown;
  readonly question: string;
  readonly answered_at: string;
}

export const answersOutput = z
  .array(z.looseObject({}))
  .describe('nodeId, key, value (any JSON), question, answeredAt; oldest first, a loop adds one each time.');

export interface AnswerView {
  readonly nodeId: string;
  readonly key: string;
  readonly value: unknown;
  readonly question: string;
  readonly answeredAt: string;
  readonly [member: string]: unknown;
}

export function answerView({ node_id, key, value, question, answered_at }: AnswerRow): AnswerView {
  return { nodeId: node_id, key, value, question, answeredAt: answered_at };
}

/** The latest answer of each name: a loop asks again. */
export function latestByKey(answers: readonly AnswerView[]): Record<string, unknown> {
  return Object.fromEntries(answers.map(({ key, value }) => [key, value]));
}
