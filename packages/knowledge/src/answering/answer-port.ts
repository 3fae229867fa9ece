import type { PreparedQuestion, QuestionAnswer } from '@conferbot/conversations/contract';
import type { Egress } from '@conferbot/egress';
import type { AiServiceOptions } from '../options.ts';
import { type AnswerProvider, openAiCompatible } from './openai-compatible.ts';
import { preparedQuestion } from './prepared-question.ts';

/** Words the answer to a question that was prepared, outside of any transaction. Never fails. */
export type AnswerPort = (
  prepared: PreparedQuestion,
  context: { readonly signal: AbortSignal },
) => Promise<QuestionAnswer>;

/** How an answer is worded. */
export interface AnswerContext {
  readonly signal: AbortSignal;
  /** Without one, articles are quoted. */
  readonly provider?: AnswerProvider;
}

/**
 * Words the answer to a prepared question: by the provider where there is one and there is something to answer from,
 * else, and whenever the provider fails, by quoting.
 */
export async function answerQuestion(
  prepared: PreparedQuestion,
  { signal, provider }: AnswerContext,
): Promise<QuestionAnswer> {
  const question = preparedQuestion.parse(prepared);
  if (provider === undefined || question.passages.length === 0) return question.quoted;
  try {
    return await provider(question, signal);
  } catch {
    return question.quoted;
  }
}

/**
 * The port through which conversations have their questions answered: with `ai` by that service, grounded in the
 * articles that were found; without it, and whenever the service fails, by quoting them.
 */
export function createAnswerPort(options: { readonly egress: Egress; readonly ai?: AiServiceOptions }): AnswerPort {
  const provider = options.ai === undefined ? undefined : openAiCompatible(options.egress, options.ai);
  return (prepared, { signal }) => answerQuestion(prepared, { signal, ...(provider && { provider }) });
}
