import { z } from 'zod';
import { answerWrite } from '../answer-key.ts';
import { branches } from '../branches.ts';
import { choiceAliases, choiceQuestion } from '../choice-question.ts';
import { spoken } from '../fields.ts';
import { defineNodeType } from '../node-type.ts';
import { scalarNumber } from '../scalars.ts';
import { askScale, type Scale, scaleOutputs, takePoint } from '../scale-question.ts';

const mostPoints = 101;
const point = z.number().int().min(-1_000_000).max(1_000_000);

const data = z
  .looseObject({
    ...choiceQuestion,
    from: scalarNumber(1, point).describe('The lowest point.'),
    to: scalarNumber(10, point).describe(`The highest point; at most ${mostPoints} points in all.`),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The scale ends before it begins.' })
  .refine(({ from, to }) => to - from < mostPoints, {
    path: ['to'],
    message: `A scale has at most ${mostPoints} points.`,
  });

const scaleOf = ({ choicePrompt, answerVariable, from, to }: z.infer<typeof data>): Scale => ({
  prompt: choicePrompt,
  answerVariable,
  min: from,
  max: to,
  style: 'numbers',
});

export const opinionScaleChoiceNode = defineNodeType({
  type: 'opinion-scale-choice-node',
  group: 'choice',
  title: 'Opinion scale',
  summary: 'Asks for a number on a scale, with one way on per number; keeps the number.',
  data,
  aliases: choiceAliases,
  example: { choicePrompt: 'How likely are you to recommend us?', answerVariable: 'nps', from: 0, to: 10 },
  handles: scale => branches(scaleOutputs(scaleOf(scale))),
  texts: ({ choicePrompt }) => spoken('/choicePrompt', choicePrompt),
  writes: ({ answerVariable }, nodeId) => [answerWrite(answerVariable, nodeId, 'number')],
  waits: () => true,
  enter: (scale, call) => askScale(scaleOf(scale), call),
  resume: (scale, call, event) => takePoint(scaleOf(scale), call, event, point => `source-${point - scale.from}`),
});
