import { z } from 'zod';
import { chatbotId } from './contract.ts';

/** Input fields that several tools share. */
export const chatbotIdField = chatbotId.input.describe('Id of the chatbot (bot_…), as list_chatbots returns it.');

export const nameField = z.string().trim().min(1).max(100).describe('Name of the chatbot, 1 to 100 characters.');

export const descriptionField = z
  .string()
  .trim()
  .max(1000)
  .describe('What the chatbot is for, up to 1,000 characters.');
