import { chatbotId } from '@conferbot/chatbots/contract';
import { z } from 'zod';

/** Fields that several tools share. */
export const chatbotIdField = chatbotId.input.describe('Id of the chatbot.');

export const expectedRevisionField = z
  .int()
  .min(1)
  .optional()
  .describe('Answers conflict when the widget is at another revision.');
