import { defineTool, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotOutput, chatbotView } from '../chatbot-view.ts';
import { chatbotAspect, chatbotCreated, templateId as idType } from '../contract.ts';
import { nameField } from '../fields.ts';
import { insertChatbot } from '../insert-chatbot.ts';
import type { TemplateShelf } from '../templates/template-shelf.ts';

export function createFromTemplate(shelf: TemplateShelf): Tool {
  return defineTool({
    name: 'create_from_template',
    title: 'Create chatbot from template',
    description:
      'Create a chatbot, not live, with flow, widget and knowledge base from a template. Next: replace example.com addresses in its flow, then publish_flow_version.',
    safety: { readOnly: false, destructive: false, idempotent: false },
    http: { method: 'POST', path: '/templates/{templateId}/chatbots', status: 201 },
    input: z.object({
      templateId: idType.input.describe('From list_templates.'),
      name: nameField.optional().describe("Default: the template's."),
    }),
    output: chatbotOutput,
  }).run(async ({ templateId, name }, ctx) => {
    const template = shelf.get(templateId);
    const row = await insertChatbot(ctx, name ?? template.name, template.description);
    for (const aspect of ctx.all(chatbotAspect)) {
      const part = template.aspects[aspect.name];
      if (part === undefined || aspect.restore === undefined) await aspect.create?.(ctx, row.id);
      else await aspect.restore(ctx, row.id, part, 'copy');
    }
    ctx.emit(chatbotCreated, { chatbotId: row.id });
    return chatbotView(row);
  });
}
