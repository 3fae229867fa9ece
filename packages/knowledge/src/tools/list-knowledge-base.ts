import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { reviewStatusField } from '../articles/article-fields.ts';
import { listArticlePage } from '../articles/article-list.ts';
import { articleOutput } from '../articles/article-view.ts';
import { categoryIdField, chatbotIdField, untrustedField } from '../fields.ts';

export const listKnowledgeBase = defineTool({
  name: 'list_knowledge_base',
  title: 'List knowledge base',
  description: 'List knowledge base articles, newest first, drafts too, without content. Next: get_knowledge_article.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/knowledge-base/articles' },
  fields: 'data',
  input: z.object({
    chatbotId: chatbotIdField,
    categoryId: categoryIdField.optional().describe('Only this category.'),
    reviewStatus: reviewStatusField.optional().describe('Only this status.'),
    search: z.string().trim().max(100).optional().describe('Words it must have.'),
    ...pageInput(50),
  }),
  output: pageOutput(articleOutput).extend({ untrusted: untrustedField }),
}).run(async ({ chatbotId, categoryId, reviewStatus, search, ...page }, ctx) => ({
  ...(await listArticlePage(ctx, { chatbotId, categoryId, reviewStatus, search }, page)),
  untrusted: ['data'],
}));
