import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { listCategoryPage } from '../categories/category-list.ts';
import { categoryOutput } from '../categories/category-view.ts';
import { chatbotIdField, untrustedField } from '../fields.ts';

export const listKnowledgeCategories = defineTool({
  name: 'list_knowledge_categories',
  title: 'List knowledge categories',
  description: 'List knowledge base categories with article counts. Next: list_knowledge_base with a categoryId.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/knowledge-base/categories' },
  input: z.object({ chatbotId: chatbotIdField, ...pageInput(100, 100) }),
  output: pageOutput(categoryOutput).extend({ untrusted: untrustedField }),
}).run(async ({ chatbotId, ...page }, ctx) => ({
  ...(await listCategoryPage(ctx, chatbotId, page)),
  untrusted: ['data'],
}));
