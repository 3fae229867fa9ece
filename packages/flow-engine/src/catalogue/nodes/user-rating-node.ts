import { z } from 'zod';
import { answerWrite } from '../answer-key.ts';
import { answerVariable } from '../fields.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { askScale, type Scale, takePoint } from '../scale-question.ts';

const data = z.looseObject({ answerVariable });

const scaleOf = ({ answerVariable }: z.infer<typeof data>): Scale => ({
  prompt: '',
  answerVariable,
  min: 1,
  max: 5,
  style: 'stars',
});

export const userRatingNode = defineNodeType({
  type: 'user-rating-node',
  group: 'legacy',
  title: 'User rating',
  summary: 'Asks for 1 to 5 stars, and goes on the same way for all; keeps the number.',
  data,
  example: { answerVariable: 'stars' },
  legacy: true,
  handles: onlyDefault,
  writes: (rating, nodeId) => [answerWrite(rating.answerVariable, nodeId, 'number')],
  waits: () => true,
  enter: (rating, call) => askScale(scaleOf(rating), call),
  resume: (rating, call, event) => takePoint(scaleOf(rating), call, event, () => undefined),
});
