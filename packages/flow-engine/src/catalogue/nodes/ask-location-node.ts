import { z } from 'zod';
import { readLocation } from '../../answers/location.ts';
import { defineAskNode, question } from '../ask-node.ts';

export const askLocationNode = defineAskNode({
  type: 'ask-location-node',
  title: 'Ask for a place',
  summary: 'Asks for a place, written or sent by the device, and keeps it as a text.',
  data: z.looseObject(question),
  example: { questionText: 'Where are you?', answerVariable: 'location' },
  key: 'location',
  answerType: 'text',
  request: () => ({ kind: 'location' }),
  read: readLocation,
});
