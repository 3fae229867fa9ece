import type { EffectResult } from '@conferbot/flow-engine';
import type { PreparedQuestion, QuestionAnswer } from '../contract.ts';
import { failed } from '../effects/failure.ts';
import type { AnswerQuestion } from '../options.ts';

/** Less than a visitor's request waits. */
const deadlineMs = 25_000;

export interface WordedAnswer {
  readonly answer: QuestionAnswer;
  /** As it is kept of work outside. */
  readonly result: EffectResult;
}

/** What is said when the answer cannot be worded. */
const nothingKnown: QuestionAnswer = {
  outcome: 'unsure',
  text: 'Sorry, I have no answer to that.',
  citations: [],
  provider: 'none',
};

/** Words an answer within 25 seconds. Never fails: what keeps it from being worded leaves it unsure. */
export async function wordAnswer(port: AnswerQuestion | undefined, prepared: PreparedQuestion): Promise<WordedAnswer> {
  if (port === undefined) return unworded('not_configured');
  const { promise: late, reject } = Promise.withResolvers<never>();
  const work = new AbortController();
  const timer = setTimeout(() => {
    work.abort();
    reject(work.signal.reason);
  }, deadlineMs);
  try {
    const answer = await Promise.race([port(prepared, { signal: work.signal }), late]);
    return { answer, result: { ok: true, value: null } };
  } catch (error) {
    return unworded(work.signal.aborted ? 'timeout' : 'failed', String(error));
  } finally {
    clearTimeout(timer);
  }
}

export function unworded(...why: Parameters<typeof failed>): WordedAnswer {
  return { answer: nothingKnown, result: failed(...why) };
}
