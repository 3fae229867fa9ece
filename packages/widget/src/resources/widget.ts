import { defineResource, type Resource } from '@conferbot/plugin';
import { z } from 'zod';
import type { Deployment } from '../deployment.ts';
import { chatbotIdField } from '../fields.ts';
import { readWidget } from '../widget-store.ts';
import { widgetView } from '../widget-view.ts';

export function widgetResource(deployment: Deployment): Resource {
  return defineResource({
    uri: 'conferbot://chatbot/{chatbotId}/widget',
    name: 'chatbot-widget',
    title: 'Widget of a chatbot',
    description: 'Widget appearance configuration for a specific chatbot: what get_widget_config returns.',
    params: z.object({ chatbotId: chatbotIdField }),
  }).read(async ({ chatbotId }, ctx) => widgetView(chatbotId, await readWidget(ctx, chatbotId), deployment));
}
