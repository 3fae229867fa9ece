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
import { defineNodeType } from '../node-type.ts';

const data = z.looseObject({
  ...choiceQuestion,
  choices: z
    .array(
      z.looseObject({
        id: choiceId,
        choiceText: choiceLabel.optional().describe('What the visitor sees; `text` and `choiceLabel` are read too.'),
        text: choiceLabel.optional().describe('Another name of `choiceText`.'),
        choiceLabel: choiceLabel.optional().describe('Another name of `choiceText`.'),
      }),
    )
    .max(100)
    .default([])
    .describe('What there is to choose from.'),
});

type Choices = z.infer<typeof data>;

function choicesOf({ choices }: Choices): Choice[] {
  return choices.map((choice, index) => {
    const field = (['choiceText', 'text', 'choiceLabel'] as const).find(name => choice[name] !== undefined);
    const pointer = `/choices/${index}/${field ?? 'choiceText'}`;
    return { id: idOf(choice.id, index), label: (field && choice[field]) ?? '', pointer };
  });
}

const questionOf = ({ choicePrompt, answerVariable }: Choices) => ({ prompt: choicePrompt, answerVariable });

export const nChoicesNode = defineNodeType({
  type: 'n-choices-node',
  group: 'choice',
  title: 'Choices',
  summary: 'Lets the visitor pick one of several buttons, each with its own way on; keeps the text of the button.',
  data,
  aliases: choiceAliases,
  example: {
    choicePrompt: 'What can I do for you?',
    answerVariable: 'topic',
    choices: [
      { id: 'sales', choiceText: 'Sales' },
      { id: 'support', choiceText: 'Support' },
    ],
  },
  handles: question => branches(choicesOf(question).map(outputOf)),
  texts: question => choiceTexts(question.choicePrompt, choicesOf(question)),
  writes: ({ answerVariable }, nodeId) => [answerWrite(answerVariable, nodeId, 'text')],
  waits: ({ choices }) => choices.length > 0,
  check: question => checkChoices(choicesOf(question), '/choices'),
  enter: (question, call) => askChoice(question.choicePrompt, choicesOf(question), call),
  resume: (question, call, event) => takeChoice(questionOf(question), choicesOf(question), call, event),
});
