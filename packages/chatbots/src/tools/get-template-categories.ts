import { defineTool, pageInput, pageOutput, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { pageOfItems } from '../templates/page-of-items.ts';
import type { TemplateShelf } from '../templates/template-shelf.ts';

export function getTemplateCategories(shelf: TemplateShelf): Tool {
  return defineTool({
    name: 'get_template_categories',
    title: 'Get template categories',
    description:
      'Get the template categories, each with its number of templates. Next: list_templates with a category.',
    safety: { readOnly: true },
    http: { method: 'GET', path: '/templates/categories' },
    input: z.object(pageInput(100, 100)),
    output: pageOutput(
      z.object({
        id: z.string().describe('Id; list_templates takes it as category.'),
        name: z.string().describe('Name.'),
        count: z.int().describe('Templates in it.'),
      }),
    ),
  }).run(async input =>
    pageOfItems(shelf.categories, input, {
      keyOf: ({ id }) => id,
      view: ({ id, name }) => ({ id, name, count: shelf.list(id).length }),
    }),
  );
}
