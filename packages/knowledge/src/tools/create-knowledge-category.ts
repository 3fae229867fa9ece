import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import {
  categoryDescriptionField,
  categoryNameField,
  colorField,
  iconField,
  orderField,
} from '../categories/category-fields.ts';
import { categoryOutput, categoryView } from '../categories/category-view.ts';
import { insertCategory } from '../categories/insert-category.ts';
import { chatbotIdField } from '../fields.ts';

export const createKnowledgeCategory = defineTool({
  name: 'create_knowledge_category',
  title: 'Create knowledge category',
  description: 'Create a knowledge base category. Next: create_knowledge_article with its id as categoryId.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  http: { method: 'POST', path: '/chatbots/{chatbotId}/knowledge-base/categories', status: 201 },
  input: z.object({
    chatbotId: chatbotIdField,
    name: categoryNameField,
    description: categoryDescriptionField.optional(),
    icon: iconField.optional(),
    color: colorField.optional(),
    order: orderField.optional(),
  }),
  output: categoryOutput,
}).run(async ({ chatbotId, ...category }, ctx) => {
  await ctx.use(chatbotDirectory).get(chatbotId);
  return categoryView(await insertCategory(ctx, chatbotId, category));
});
