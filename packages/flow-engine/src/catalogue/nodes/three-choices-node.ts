import { z } from 'zod';
import { answerWrite } from '../answer-key.ts';
import { branches } from '../branches.ts';
import { askChoice, checkChoices, choiceLabel, choiceTexts, outputOf, takeChoice } from '../choice-question.ts';
import { answerVariable } from '../fields.ts';
import { defineNodeType } from '../node-type.ts';
import { numberedOptions } from '../numbered-options.ts';

const data = z.looseObject({
  choice1: choiceLabel.default('').describe('The first button.'),
  choice2: choiceLabel.default('').describe('The second button.'),
  choice3: choiceLabel.default('').describe('The third button.'),
  answerVariable,
});

type ThreeChoices = z.infer<typeof data>;

const choicesOf = (question: ThreeChoices) => numberedOptions(question, 'choice', 3, () => '');

export const threeChoicesNode = defineNodeType({
  type: 'three-choices-node',
  group: 'legacy',
  title: 'Three choices',
  summary: 'Lets the visitor pick one of three buttons, each with its own way on; keeps the text of the button.',
  data,
  example: { choice1: 'Small', choice2: 'Medium', choice3: 'Large' },
  legacy: true,
  handles: question => branches(choicesOf(question).map(outputOf)),
  texts: question => choiceTexts('', choicesOf(question)),
  writes: (question, nodeId) => [answerWrite(question.answerVariable, nodeId, 'text')],
  waits: question => choicesOf(question).length > 0,
  check: question => checkChoices(choicesOf(question), '/choice1'),
  enter: (question, call) => askChoice('', choicesOf(question), call),
  resume: (question, call, event) =>
    takeChoice({ prompt: '', answerVariable: question.answerVariable }, choicesOf(question), call, event),
});
