import type { QuestionAnswer } from '@conferbot/conversations/contract';

/** What came of a question. */
export interface Asked {
  readonly text: string;
  /** Which article answers it: null where none does. */
  readonly expected: string | null;
  /** Articles that the search found, best first. */
  readonly found: readonly string[];
  readonly outcome: QuestionAnswer['outcome'];
  /** Article that the answer quotes. */
  readonly cited: string | undefined;
}

export interface Measures {
  readonly questions: number;
  /** Share of answerable questions whose article is among the first five. */
  readonly recallAt5: number;
  /** Mean of one over the place of the article, over answerable questions. */
  readonly reciprocalRank: number;
  /** Share of answerable questions that are answered. */
  readonly answerRate: number;
  /** Share of those answers that quote the article that was expected. */
  readonly rightAnswers: number;
  /** Share of unanswerable questions that are answered nevertheless. */
  readonly falseAnswerRate: number;
}

export function measure(asked: readonly Asked[]): Measures {
  const answerable = asked.filter(({ expected }) => expected !== null);
  const unanswerable = asked.filter(({ expected }) => expected === null);
  const answered = answerable.filter(({ outcome }) => outcome === 'answered');
  const places = answerable.map(({ found, expected }) => found.indexOf(expected ?? '') + 1);
  return {
    questions: asked.length,
    recallAt5: share(places, place => place > 0 && place <= 5),
    reciprocalRank: round(places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length),
    answerRate: share(answerable, ({ outcome }) => outcome === 'answered'),
    rightAnswers: share(answered, ({ cited, expected }) => cited === expected),
    falseAnswerRate: share(unanswerable, ({ outcome }) => outcome === 'answered'),
  };
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : round(items.filter(test).length / items.length);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
