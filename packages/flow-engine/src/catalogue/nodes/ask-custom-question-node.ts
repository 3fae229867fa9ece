import { z } from 'zod';
import { readText } from '../../answers/reading.ts';
import { defineAskNode, question } from '../ask-node.ts';

export const askCustomQuestionNode = defineAskNode({
  type: 'ask-custom-question-node',
  title: 'Ask a question',
  summary: 'Asks anything and keeps the text of the answer.',
  data: z.looseObject(question),
  example: { questionText: 'What brings you here?', answerVariable: 'reason' },
  answerType: 'text',
  request: () => ({ kind: 'text' }),
  read: reply => readText(reply),
});
