import { chatbotId } from '@conferbot/chatbots/contract';
import { z } from 'zod';

/** Fields that several tools, resources and prompts share. */
export const chatbotIdField = chatbotId.input.describe('bot_…');

export const defaultDays = 30;
export const mostDays = 365;

export const daysField = z
  .int()
  .min(1)
  .max(mostDays)
  .default(defaultDays)
  .describe(`Up to today; default ${defaultDays}.`);

export const channelField = z.string().trim().min(1).max(40).optional().describe('Such as web.');
