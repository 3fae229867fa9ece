import { chatbotId } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import { webhookId } from './contract.ts';
import { longestAddress } from './endpoint-address.ts';
import { pingEvent } from './event-names.ts';

/** Input fields that several tools share. */
export const chatbotIdField = chatbotId.input.describe('bot_…');

export const webhookIdField = webhookId.input.describe('whk_…');

export const urlField = z.string().trim().min(1).max(longestAddress).describe('https endpoint.');

export const descriptionField = z.string().trim().max(500).describe('What it is for.');

export function eventsField(known: readonly string[]) {
  return z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(50)
    .describe(`Of: ${[...known, pingEvent].join(', ')}.`);
}
