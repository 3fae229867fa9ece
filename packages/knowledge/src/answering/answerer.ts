import type { PreparedQuestion, Question, QuestionAnswer, QuestionAnswerer } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';
import { readAiConfig } from '../ai-config/ai-config-store.ts';
import { countCitation } from '../articles/metrics.ts';
import { noteOpenQuestion } from './open-questions.ts';
import { prepareQuestion } from './prepare-question.ts';
import { preparedQuestion } from './prepared-question.ts';

/** Answers visitors out of the published articles of their chatbot. */
export function createAnswerer(ctx: CallContext): QuestionAnswerer {
  return {
    async policy(chatbotId) {
      const { enabled, mode, greeting_override: greeting } = await readAiConfig(ctx, chatbotId);
      return { enabled, mode, greeting };
    },
    prepare: (question: Question) => prepareQuestion(ctx, question),
    note: (prepared, answer) => noteAnswer(ctx, prepared, answer),
  };
}

async function noteAnswer(ctx: CallContext, prepared: PreparedQuestion, answer: QuestionAnswer): Promise<void> {
  const { chatbotId, text, specific, passages } = preparedQuestion.parse(prepared);
  if (answer.outcome === 'unsure') {
    if (specific) await noteOpenQuestion(ctx, chatbotId, text);
    return;
  }
  const cited = new Set(answer.citations.map(({ path }) => path));
  const articles = passages.filter(({ path }) => cited.has(path)).map(({ articleId }) => articleId);
  // In one order for all, so that two answers that cite the same articles never wait for each other in a circle.
  for (const articleId of [...new Set(articles)].sort()) await countCitation(ctx, articleId);
}
