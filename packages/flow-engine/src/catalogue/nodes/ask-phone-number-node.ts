import { z } from 'zod';
import { readPhone } from '../../answers/phone.ts';
import { defineAskNode, incorrectResponse, question } from '../ask-node.ts';

export const askPhoneNumberNode = defineAskNode({
  type: 'ask-phone-number-node',
  title: 'Ask for a phone number',
  summary: 'Asks for the phone number of the visitor and keeps it in international form where it has one.',
  data: z.looseObject({
    ...question,
    incorrectPhoneNumberResponse: incorrectResponse.describe('Said when the reply is no phone number.'),
  }),
  example: {
    questionText: 'What is your phone number?',
    answerVariable: 'phone',
    incorrectPhoneNumberResponse: 'That does not look like a phone number. Please try again.',
  },
  key: 'phone',
  answerType: 'text',
  request: () => ({ kind: 'phone' }),
  read: (reply, _data, call) => readPhone(reply, call.locale),
  refusal: data => ({ pointer: '/incorrectPhoneNumberResponse', text: data.incorrectPhoneNumberResponse }),
  answered: (phone, _data, call) => call.identify({ phone }),
});
