import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import type { KnowledgeOptions } from '../options.ts';
import { aiModeField } from './ai-config-fields.ts';
import type { AiConfigRow } from './ai-config-store.ts';

/** An AI config as tools return it. */
export const aiConfigOutput = z.object({
  chatbotId: chatbotIdType.output.describe('Id of the chatbot.'),
  enabled: z.boolean().describe('Whether free questions are answered from the knowledge base.'),
  mode: aiModeField,
  greetingOverride: z.string().nullable().describe('Said before the first message of the flow.'),
  provider: z
    .enum(['extractive', 'openai-compatible'])
    .describe('extractive: answers are quoted from articles; nothing leaves the host.'),
  updatedAt: z.iso.datetime().describe('When it last changed, UTC.'),
});

export function aiConfigView(
  chatbotId: string,
  row: AiConfigRow,
  { ai }: Pick<KnowledgeOptions, 'ai'>,
): z.output<typeof aiConfigOutput> {
  return {
    chatbotId: chatbotIdType.encode(chatbotId),
    enabled: row.enabled,
    mode: row.mode,
    greetingOverride: row.greeting_override,
    provider: ai === undefined ? 'extractive' : 'openai-compatible',
    updatedAt: row.updated_at,
  };
}
