import { z } from 'zod';
import { answerWrite } from '../answer-key.ts';
import { branches } from '../branches.ts';
import { askChoice, checkChoices, choiceTexts, takeChoice } from '../choice-question.ts';
import { answerVariable } from '../fields.ts';
import { fiveOptions, optionsOf } from '../five-options.ts';
import { type DataFinding, defineNodeType } from '../node-type.ts';
import { scalarNumber } from '../scalars.ts';

const data = z.looseObject({
  ...fiveOptions,
  correctAnswer: scalarNumber(0, z.number().int().min(0).max(4)).describe('The right option, counted from 0.'),
  answerVariable,
});

type Quiz = z.infer<typeof data>;

const rightId = ({ correctAnswer }: Quiz) => String(correctAnswer + 1);

export const quizNode = defineNodeType({
  type: 'quiz-node',
  group: 'legacy',
  title: 'Quiz',
  summary: 'Asks for the right one of up to five options, and goes on by right or wrong; keeps the text of the option.',
  data,
  example: { option1: 'Paris', option2: 'Lyon', correctAnswer: 0, answerVariable: 'capital' },
  legacy: true,
  handles: () =>
    branches([
      { id: 'source-1', label: 'wrong', synonyms: ['wrong', 'incorrect', 'false'] },
      { id: 'source-2', label: 'right', synonyms: ['right', 'correct', 'true'] },
    ]),
  texts: quiz => choiceTexts('', optionsOf(quiz)),
  writes: (quiz, nodeId) => [answerWrite(quiz.answerVariable, nodeId, 'text')],
  waits: quiz => optionsOf(quiz).length > 0,
  check: quiz => [...checkChoices(optionsOf(quiz), '/option1'), ...checkAnswer(quiz)],
  enter: (quiz, call) => askChoice('', optionsOf(quiz), call),
  resume: (quiz, call, event) =>
    takeChoice({ prompt: '', answerVariable: quiz.answerVariable }, optionsOf(quiz), call, event, ({ id }) =>
      id === rightId(quiz) ? 'source-2' : 'source-1',
    ),
});

function checkAnswer(quiz: Quiz): DataFinding[] {
  if (optionsOf(quiz).some(({ id }) => id === rightId(quiz))) return [];
  const message = `The right answer is option${rightId(quiz)}, which is empty or hidden; every answer is wrong.`;
  return [{ code: 'BAD_NODE_DATA', pointer: '/correctAnswer', message }];
}
