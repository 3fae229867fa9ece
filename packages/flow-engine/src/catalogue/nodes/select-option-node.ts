import { z } from 'zod';
import { answerWrite } from '../answer-key.ts';
import { askChoice, checkChoices, choiceTexts, takeChoice } from '../choice-question.ts';
import { answerVariable } from '../fields.ts';
import { fiveOptions, optionsOf } from '../five-options.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';

export const selectOptionNode = defineNodeType({
  type: 'select-option-node',
  group: 'legacy',
  title: 'Select option',
  summary: 'Lets the visitor pick one of up to five options, and goes on the same way for all; keeps its text.',
  data: z.looseObject({ ...fiveOptions, answerVariable }),
  example: { option1: 'Email', option2: 'Phone', answerVariable: 'contactBy' },
  legacy: true,
  handles: onlyDefault,
  texts: question => choiceTexts('', optionsOf(question)),
  writes: (question, nodeId) => [answerWrite(question.answerVariable, nodeId, 'text')],
  waits: question => optionsOf(question).length > 0,
  check: question => checkChoices(optionsOf(question), '/option1'),
  enter: (question, call) => askChoice('', optionsOf(question), call),
  resume: ({ answerVariable, ...options }, call, event) =>
    takeChoice({ prompt: '', answerVariable }, optionsOf(options), call, event, () => undefined),
});
