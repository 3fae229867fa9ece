import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { defineTool, invalidArgument, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { aiModeField, greetingField } from '../ai-config/ai-config-fields.ts';
import { changeAiConfig } from '../ai-config/ai-config-store.ts';
import { aiConfigOutput, aiConfigView } from '../ai-config/ai-config-view.ts';
import { chatbotIdField } from '../fields.ts';
import type { KnowledgeOptions } from '../options.ts';

export function updateAiConfig(options: KnowledgeOptions): Tool {
  return defineTool({
    name: 'update_ai_config',
    title: 'Update AI config',
    description:
      'Update AI settings: enabled, mode, greeting; what you leave out stays. Live at once; answers come from published articles.',
    safety: { readOnly: false, destructive: false, idempotent: true },
    http: { method: 'PATCH', path: '/chatbots/{chatbotId}/ai-config' },
    input: z.object({
      chatbotId: chatbotIdField,
      enabled: z.boolean().optional().describe('Whether AI answers.'),
      mode: aiModeField.optional(),
      greetingOverride: greetingField.optional(),
    }),
    output: aiConfigOutput,
  }).run(async ({ chatbotId, enabled, mode, greetingOverride }, ctx) => {
    if (enabled === undefined && mode === undefined && greetingOverride === undefined) {
      throw invalidArgument('', 'There is nothing to change.', 'Give at least one of enabled, mode, greetingOverride.');
    }
    await ctx.use(chatbotDirectory).get(chatbotId);
    return aiConfigView(chatbotId, await changeAiConfig(ctx, chatbotId, { enabled, mode, greetingOverride }), options);
  });
}
