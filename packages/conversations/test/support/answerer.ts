import { definePlugin, type Plugin, provide } from '@conferbot/plugin';
import {
  type AnswerPolicy,
  type PreparedQuestion,
  type Question,
  type QuestionAnswer,
  questionAnswerer,
} from '../../src/contract.ts';
import type { AnswerQuestion } from '../../src/index.ts';

export const returns: QuestionAnswer = {
  outcome: 'answered',
  text: 'You have **60 days**.',
  citations: [{ title: 'Returns', path: '/help/bot/en/returns' }],
  provider: 'test',
};
export const unsure: QuestionAnswer = { outcome: 'unsure', text: 'I do not know.', citations: [], provider: 'test' };

/** Knows about returns, and nothing else. Counts what it is asked for. */
export class Answerer {
  policy: AnswerPolicy;
  looks = 0;
  readonly prepared: Question[] = [];
  readonly noted: (readonly [question: string, QuestionAnswer])[] = [];
  readonly worded: string[] = [];
  /** Answers wait for it. */
  gate: Promise<unknown> | undefined;

  constructor(policy: Partial<AnswerPolicy> = {}) {
    this.policy = { enabled: true, mode: 'ai_first', greeting: null, ...policy };
  }

  async word(text: string): Promise<QuestionAnswer> {
    this.worded.push(text);
    await this.gate;
    return text.includes('return') ? returns : unsure;
  }
}

/** The answerers of a process by their chatbot (uuid); none for any other. */
export class Answerers {
  readonly #known = new Map<string, Answerer>();

  set(chatbotId: string, answerer: Answerer): void {
    this.#known.set(chatbotId, answerer);
  }

  readonly answers: AnswerQuestion = ({ chatbotId, text }) => this.#of(chatbotId).word(String(text));

  get plugin(): Plugin {
    const service = {
      policy: async (chatbotId: string) => {
        const answerer = this.#of(chatbotId);
        answerer.looks += 1;
        return answerer.policy;
      },
      prepare: async (question: Question) => {
        this.#of(question.chatbotId).prepared.push(question);
        return { text: question.text, chatbotId: question.chatbotId };
      },
      note: async ({ chatbotId, text }: PreparedQuestion, answer: QuestionAnswer) => {
        this.#of(chatbotId).noted.push([String(text), answer]);
      },
    };
    return definePlugin({ id: 'answerer', version: '1.0.0', provides: [provide(questionAnswerer, () => service)] });
  }

  #of(chatbotId: unknown): Answerer {
    return this.#known.get(String(chatbotId)) ?? new Answerer({ enabled: false });
  }
}
