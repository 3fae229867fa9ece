import { z } from 'zod';
import { answerWrite } from '../answer-key.ts';
import { branches } from '../branches.ts';
import {
  askChoice,
  type Choice,
  checkChoices,
  choiceAliases,
  choiceId,
  choiceLabel,
  choiceQuestion,
  choiceTexts,
  idOf,
  outputOf,
  takeChoice,
} from '../choice-question.ts';
import { defineNodeType, type Handle } from '../node-type.ts';

const data = z.looseObject({
  ...choiceQuestion,
  options: z
    .array(
      z.looseObject({
        id: choiceId,
        label: choiceLabel.default('').describe('What the visitor sees.'),
      }),
    )
    .max(100)
    .default([])
    .describe('The two answers; none: Yes and No, with the ids yes and no.'),
});

type YesOrNo = z.infer<typeof data>;

const yesAndNo = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];

function choicesOf({ options }: YesOrNo): Choice[] {
  return (options.length === 0 ? yesAndNo : options).map(({ id, label }, index) => ({
    id: idOf(id, index),
    label,
    pointer: `/options/${index}/label`,
  }));
}

const words = [
  ['yes', 'true'],
  ['no', 'false'],
];

/** By their ids the outputs are yes and no; by their order, where no id says it. */
function outputsOf(choices: readonly Choice[]): Handle[] {
  const byId = choices.some(({ id }) => words.flat().includes(id.toLowerCase()));
  return choices.map((choice, index) => {
    const synonyms = byId ? words.find(pair => pair.includes(choice.id.toLowerCase())) : words[index];
    return { ...outputOf(choice), ...(synonyms && { synonyms }) };
  });
}

const questionOf = ({ choicePrompt, answerVariable }: YesOrNo) => ({ prompt: choicePrompt, answerVariable });

export const yesOrNoChoiceNode = defineNodeType({
  type: 'yes-or-no-choice-node',
  group: 'choice',
  title: 'Yes or no',
  summary: 'Asks a question to which there are two answers, each with its own way on; keeps the text of the answer.',
  data,
  aliases: choiceAliases,
  example: {
    choicePrompt: 'Are you a customer?',
    answerVariable: 'customer',
    options: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'Not yet' },
    ],
  },
  handles: question => branches(outputsOf(choicesOf(question))),
  texts: question => choiceTexts(question.choicePrompt, question.options.length === 0 ? [] : choicesOf(question)),
  writes: ({ answerVariable }, nodeId) => [answerWrite(answerVariable, nodeId, 'text')],
  waits: () => true,
  check: question => checkChoices(choicesOf(question), '/options'),
  enter: (question, call) => askChoice(question.choicePrompt, choicesOf(question), call),
  resume: (question, call, event) => takeChoice(questionOf(question), choicesOf(question), call, event),
});
