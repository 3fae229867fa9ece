import { chatbotId } from '@conferbot/chatbots/contract';
import { z } from 'zod';

/** Fields that several tools share. */
export const chatbotIdField = chatbotId.input.describe('bot_…');

export const expectedRevisionField = z.int().min(1).optional().describe('Conflict unless at this revision.');
