import { chatbotId, flowVersionId } from '@conferbot/chatbots/contract';
import { z } from 'zod';

/** Input fields that several tools share. */
export const chatbotIdField = chatbotId.input.describe('Id of the chatbot (bot_…), as list_chatbots returns it.');

export const versionIdField = flowVersionId.input.describe(
  'Id of a version of its flow (ver_…), as list_flow_versions returns it.',
);

export const expectedRevisionField = z
  .int()
  .min(1)
  .optional()
  .describe('Revision of the draft that you have seen: with another one, conflict is answered and nothing changes.');
