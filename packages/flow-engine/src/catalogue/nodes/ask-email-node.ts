import { z } from 'zod';
import { readEmail } from '../../answers/email.ts';
import { defineAskNode, incorrectResponse, question } from '../ask-node.ts';

export const askEmailNode = defineAskNode({
  type: 'ask-email-node',
  title: 'Ask for an e-mail address',
  summary: 'Asks for the e-mail address of the visitor and keeps it.',
  data: z.looseObject({
    ...question,
    incorrectEmailResponse: incorrectResponse.describe('Said when the reply is no e-mail address.'),
  }),
  example: {
    questionText: 'What is your e-mail address?',
    answerVariable: 'email',
    incorrectEmailResponse: 'That does not look like an e-mail address. Please try again.',
  },
  key: 'email',
  answerType: 'text',
  request: () => ({ kind: 'email' }),
  read: readEmail,
  refusal: data => ({ pointer: '/incorrectEmailResponse', text: data.incorrectEmailResponse }),
  answered: (email, _data, call) => call.identify({ email }),
});
