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
import { type DataFinding, defineNodeType } from '../node-type.ts';

const data = z.looseObject({
  ...choiceQuestion,
  images: z
    .array(
      z.looseObject({
        id: choiceId,
        image: z.string().max(4_000).default('').describe('Address of the picture.'),
        label: choiceLabel.default('').describe('Text below the picture, which is kept as the answer.'),
      }),
    )
    .max(100)
    .default([])
    .describe('The pictures to choose from.'),
});

type ImageChoice = z.infer<typeof data>;

function choicesOf({ images }: ImageChoice): Choice[] {
  return images.map(({ id, image, label }, index) => ({
    id: idOf(id, index),
    label,
    pointer: `/images/${index}/label`,
    image: { address: image, pointer: `/images/${index}/image` },
  }));
}

const questionOf = ({ choicePrompt, answerVariable }: ImageChoice) => ({ prompt: choicePrompt, answerVariable });

export const imageChoiceNode = defineNodeType({
  type: 'image-choice-node',
  group: 'choice',
  title: 'Image choice',
  summary: 'Lets the visitor pick one of several pictures, each with its own way on; keeps its label.',
  data,
  aliases: choiceAliases,
  example: {
    choicePrompt: 'Which one do you like?',
    answerVariable: 'colour',
    images: [
      { id: 'red', image: 'https://example.com/red.png', label: 'Red' },
      { id: 'blue', image: 'https://example.com/blue.png', label: 'Blue' },
    ],
  },
  handles: question => branches(choicesOf(question).map(outputOf)),
  texts: question => choiceTexts(question.choicePrompt, choicesOf(question)),
  writes: ({ answerVariable }, nodeId) => [answerWrite(answerVariable, nodeId, 'text')],
  waits: ({ images }) => images.length > 0,
  check: question => [...checkChoices(choicesOf(question), '/images'), ...checkLabels(question)],
  enter: (question, call) => askChoice(question.choicePrompt, choicesOf(question), call),
  resume: (question, call, event) => takeChoice(questionOf(question), choicesOf(question), call, event),
});

function checkLabels(question: ImageChoice): DataFinding[] {
  return choicesOf(question)
    .filter(({ label }) => label.trim() === '')
    .map(({ pointer }) => ({ code: 'IMAGE_WITHOUT_ALT', pointer, message: 'The picture has no label. Write one.' }));
}
