import { z } from 'zod';
import { answerWrite } from '../answer-key.ts';
import { branches } from '../branches.ts';
import { choiceAliases, choiceQuestion } from '../choice-question.ts';
import { spoken } from '../fields.ts';
import { defineNodeType } from '../node-type.ts';
import { askScale, type Scale, scaleOutputs, takePoint } from '../scale-question.ts';

const kinds = ['smiley', '5', '10'] as const;
type RatingType = (typeof kinds)[number];

const data = z.looseObject({
  ...choiceQuestion,
  ratingType: z
    .preprocess(
      value => (typeof value === 'number' ? String(value) : value === '' ? undefined : value),
      z.enum(kinds).default('5'),
    )
    .describe('"smiley": 1 to 5 faces; "5": 1 to 5 stars; "10": 1 to 10.'),
});

const scales = {
  smiley: { min: 1, max: 5, style: 'smileys' },
  '5': { min: 1, max: 5, style: 'stars' },
  '10': { min: 1, max: 10, style: 'numbers' },
} as const satisfies Record<RatingType, Pick<Scale, 'min' | 'max' | 'style'>>;

const scaleOf = ({ choicePrompt, answerVariable, ratingType }: z.infer<typeof data>): Scale => ({
  prompt: choicePrompt,
  answerVariable,
  ...scales[ratingType],
});

export const ratingChoiceNode = defineNodeType({
  type: 'rating-choice-node',
  group: 'choice',
  title: 'Rating',
  summary: 'Asks for a rating with stars, faces or numbers, with one way on per rating; keeps the number.',
  data,
  aliases: choiceAliases,
  example: { choicePrompt: 'How did we do?', answerVariable: 'rating', ratingType: '5' },
  handles: rating =>
    branches(scaleOutputs(scaleOf(rating)).map(output => ({ ...output, label: `rating ${output.label}` }))),
  texts: ({ choicePrompt }) => spoken('/choicePrompt', choicePrompt),
  writes: ({ answerVariable }, nodeId) => [answerWrite(answerVariable, nodeId, 'number')],
  waits: () => true,
  enter: (rating, call) => askScale(scaleOf(rating), call),
  resume: (rating, call, event) => takePoint(scaleOf(rating), call, event, point => `source-${point - 1}`),
});
