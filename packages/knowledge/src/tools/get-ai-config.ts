import { defineTool, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { readAiConfig } from '../ai-config/ai-config-store.ts';
import { aiConfigOutput, aiConfigView } from '../ai-config/ai-config-view.ts';
import { chatbotIdField } from '../fields.ts';
import type { KnowledgeOptions } from '../options.ts';

export function getAiConfig(options: KnowledgeOptions): Tool {
  return defineTool({
    name: 'get_ai_config',
    title: 'Get AI config',
    description:
      "Get a chatbot's AI settings: whether, and by whom, what its flow cannot use is answered. Next: update_ai_config.",
    safety: { readOnly: true },
    http: { method: 'GET', path: '/chatbots/{chatbotId}/ai-config' },
    input: z.object({ chatbotId: chatbotIdField }),
    output: aiConfigOutput,
  }).run(async ({ chatbotId }, ctx) => aiConfigView(chatbotId, await readAiConfig(ctx, chatbotId), options));
}
