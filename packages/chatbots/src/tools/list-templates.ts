import { defineTool, pageInput, pageOutput, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { pageOfItems } from '../templates/page-of-items.ts';
import type { TemplateShelf } from '../templates/template-shelf.ts';
import { templateOutput, templateView } from '../templates/template-view.ts';

export function listTemplates(shelf: TemplateShelf): Tool {
  return defineTool({
    name: 'list_templates',
    title: 'List templates',
    description:
      'List chatbot templates: ready flows with widget settings and knowledge base. Next: create_from_template.',
    safety: { readOnly: true },
    http: { method: 'GET', path: '/templates' },
    input: z.object({
      category: z.string().max(100).optional().describe('From get_template_categories.'),
      ...pageInput(50),
    }),
    output: pageOutput(templateOutput),
  }).run(async ({ category, ...input }) =>
    pageOfItems(shelf.list(category), input, {
      keyOf: ([, { slug }]) => slug,
      view: ([id, template]) => templateView(id, template),
    }),
  );
}
