import type { AnswerMode } from '@conferbot/conversations/contract';
import { z } from 'zod';

const modes = ['ai_first', 'human_first', 'ai_only', 'human_only'] as const satisfies readonly AnswerMode[];

/** What an AI config is made of, as tools and snapshots take it. */
export const aiModeField = z.enum(modes).describe('Who answers first, or alone.');

export const greetingField = z
  .string()
  .trim()
  .max(500)
  .nullable()
  .overwrite(text => (text === '' ? null : text))
  .describe('Said before the flow; null: nothing.');
