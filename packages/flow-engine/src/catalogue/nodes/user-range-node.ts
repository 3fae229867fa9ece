import { z } from 'zod';
import { readNumber } from '../../answers/number.ts';
import { leave } from '../../engine/step.ts';
import { answerKey, answerWrite } from '../answer-key.ts';
import { branches } from '../branches.ts';
import { answerVariable } from '../fields.ts';
import { defineNodeType } from '../node-type.ts';
import { scalarNumber } from '../scalars.ts';

const data = z
  .looseObject({
    minVal: scalarNumber(0).describe('The lowest number that is inside.'),
    maxVal: scalarNumber(100).describe('The highest number that is inside.'),
    answerVariable,
  })
  .refine(({ minVal, maxVal }) => minVal <= maxVal, { path: ['maxVal'], message: 'The range ends before it begins.' });

export const userRangeNode = defineNodeType({
  type: 'user-range-node',
  group: 'legacy',
  title: 'User range',
  summary: 'Asks for a number, and goes on by whether it is below, inside or above a range; keeps the number.',
  data,
  example: { minVal: 18, maxVal: 65, answerVariable: 'age' },
  legacy: true,
  handles: ({ minVal, maxVal }) =>
    branches([
      { id: 'source-1', label: `below ${minVal}`, synonyms: ['below'] },
      { id: 'source-2', label: `${minVal} to ${maxVal}`, synonyms: ['inside'] },
      { id: 'source-3', label: `above ${maxVal}`, synonyms: ['above'] },
    ]),
  writes: (range, nodeId) => [answerWrite(range.answerVariable, nodeId, 'number')],
  waits: () => true,
  // Without bounds: a number outside of the range is an answer too.
  enter: () => ({ do: 'ask', request: { kind: 'number' } }),
  resume({ minVal, maxVal, answerVariable }, call, event) {
    const read = readNumber(event.kind === 'reply' ? event.reply : {}, call.locale);
    if (!read.ok) return { do: 'reject', message: read.problem };
    call.answer(answerKey(answerVariable, call.nodeId), read.value, '');
    return leave(read.value < minVal ? 'source-1' : read.value <= maxVal ? 'source-2' : 'source-3');
  },
});
