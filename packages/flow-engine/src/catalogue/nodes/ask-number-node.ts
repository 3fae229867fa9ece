import { z } from 'zod';
import { readNumber } from '../../answers/number.ts';
import { defineAskNode, incorrectResponse, question } from '../ask-node.ts';

export const askNumberNode = defineAskNode({
  type: 'ask-number-node',
  title: 'Ask for a number',
  summary: 'Asks for a number, as it is written where the visitor is, and keeps it as a number.',
  data: z.looseObject({
    ...question,
    incorrectNumberResponse: incorrectResponse.describe('Said when the reply is no number.'),
  }),
  example: { questionText: 'How many people are you?', answerVariable: 'people' },
  key: 'number',
  answerType: 'number',
  request: () => ({ kind: 'number' }),
  read: (reply, _data, call) => readNumber(reply, call.locale),
  refusal: data => ({ pointer: '/incorrectNumberResponse', text: data.incorrectNumberResponse }),
});
