import { defineTool, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import type { Deployment } from '../deployment.ts';
import { chatbotIdField } from '../fields.ts';
import { readWidget } from '../widget-store.ts';
import { widgetOutput, widgetView } from '../widget-view.ts';

export function getWidgetConfig(deployment: Deployment): Tool {
  return defineTool({
    name: 'get_widget_config',
    title: 'Get widget config',
    description:
      "Get a chatbot's widget appearance and behavior settings, findings such as low contrast, and the snippet that embeds it. Next: update_widget_config.",
    safety: { readOnly: true },
    http: { method: 'GET', path: '/chatbots/{chatbotId}/widget' },
    input: z.object({ chatbotId: chatbotIdField }),
    output: widgetOutput,
  }).run(async ({ chatbotId }, ctx) => widgetView(chatbotId, await readWidget(ctx, chatbotId), deployment));
}
