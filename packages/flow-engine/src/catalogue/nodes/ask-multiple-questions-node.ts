import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { askQuestion, questionList, questionTexts, questionWrites, takeAnswer } from '../question-list.ts';

export const askMultipleQuestionsNode = defineNodeType({
  type: 'ask-multiple-questions-node',
  group: 'ask',
  title: 'Ask several questions',
  summary: 'Asks questions one by one and keeps each answer; the name of its variable says how it is checked.',
  data: z.looseObject({
    questions: questionList.default([]).describe('The questions, in order.'),
  }),
  example: {
    questions: [
      { questionText: 'What is your name?', answerVariable: 'name' },
      { questionText: 'And your e-mail address?', answerVariable: 'email' },
    ],
  },
  handles: onlyDefault,
  texts: ({ questions }) => questionTexts(questions, '/questions'),
  writes: ({ questions }, nodeId) => questionWrites(questions, '/questions', nodeId),
  waits: ({ questions }) => questions.length > 0,
  check: ({ questions }) =>
    questions.length > 0
      ? []
      : [{ code: 'BAD_NODE_DATA', message: 'There is nothing to ask. Add a question.', pointer: '/questions' }],
  enter: ({ questions }, call) => askQuestion(questions, 0, call) ?? leave(),
  resume({ questions }, call, event) {
    const index = Number(call.step);
    const refused = takeAnswer(questions, index, call, event.kind === 'reply' ? event.reply : {});
    return refused ?? askQuestion(questions, index + 1, call) ?? leave();
  },
});
