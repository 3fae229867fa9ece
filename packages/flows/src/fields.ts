import { chatbotId, flowVersionId } from '@conferbot/chatbots/contract';
import { z } from 'zod';

/** Fields that several tools share. */
export const chatbotIdField = chatbotId.input.describe('bot_…');

export const versionIdField = flowVersionId.input.describe('From list_flow_versions.');

export const expectedRevisionField = z.int().min(1).optional().describe('Conflict unless at this revision.');

/** Fields that every tool answers that edits a draft. */
export const draftFields = {
  chatbotId: chatbotId.output.describe('Id of the chatbot.'),
  revision: z.int().describe('Revision of the draft now.'),
};
