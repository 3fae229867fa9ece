import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import {
  contentField,
  defaultLocale,
  descriptionField,
  localeField,
  metaDescriptionField,
  reviewStatusField,
  seoKeywordsField,
  slugField,
  titleField,
} from '../articles/article-fields.ts';
import { articleOutput, articleView } from '../articles/article-view.ts';
import { insertArticle } from '../articles/insert-article.ts';
import { assertCategory } from '../categories/find-category.ts';
import { categoryIdField, chatbotIdField } from '../fields.ts';

export const createKnowledgeArticle = defineTool({
  name: 'create_knowledge_article',
  title: 'Create knowledge article',
  description:
    'Create a knowledge base article: one question each; headings make the sections that answers quote. A draft until reviewStatus is published.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  http: { method: 'POST', path: '/chatbots/{chatbotId}/knowledge-base/articles', status: 201 },
  input: z.object({
    chatbotId: chatbotIdField,
    title: titleField,
    description: descriptionField,
    content: contentField,
    categoryId: categoryIdField.optional(),
    seoKeywords: seoKeywordsField.default([]),
    metaDescription: metaDescriptionField.default(''),
    reviewStatus: reviewStatusField.default('draft'),
    slug: slugField.optional(),
    locale: localeField.default(defaultLocale),
  }),
  output: articleOutput,
}).run(async ({ categoryId, slug, ...article }, ctx) => {
  await ctx.use(chatbotDirectory).get(article.chatbotId);
  if (categoryId !== undefined) await assertCategory(ctx, article.chatbotId, categoryId);
  const row = await insertArticle(ctx, {
    ...article,
    slug,
    categoryId: categoryId ?? null,
  });
  return articleView(row);
});
