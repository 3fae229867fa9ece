import { z } from 'zod';
import { chatbotId } from './contract.ts';

/** Input fields that several tools share. */
export const chatbotIdField = chatbotId.input.describe('bot_…');

export const nameField = z.string().trim().min(1).max(100).describe('Up to 100 characters.');

export const descriptionField = z.string().trim().max(1000).describe('What it is for.');
