import { z } from 'zod';
import { readUrl } from '../../answers/url.ts';
import { defineAskNode, incorrectResponse, question } from '../ask-node.ts';

export const askUrlNode = defineAskNode({
  type: 'ask-url-node',
  title: 'Ask for a web address',
  summary: 'Asks for a web address and keeps it, with https where the visitor leaves it out.',
  data: z.looseObject({
    ...question,
    incorrectUrlResponse: incorrectResponse.describe('Said when the reply is no web address.'),
  }),
  example: { questionText: 'What is the address of your website?', answerVariable: 'website' },
  key: 'url',
  answerType: 'text',
  request: () => ({ kind: 'url' }),
  read: readUrl,
  refusal: data => ({ pointer: '/incorrectUrlResponse', text: data.incorrectUrlResponse }),
});
