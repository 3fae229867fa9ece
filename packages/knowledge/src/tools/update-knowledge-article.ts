import { defineTool, Fault, invalidArgument } from '@conferbot/plugin';
import { z } from 'zod';
import {
  contentField,
  descriptionField,
  localeField,
  metaDescriptionField,
  reviewStatusField,
  seoKeywordsField,
  slugField,
  titleField,
} from '../articles/article-fields.ts';
import { articleOutput, articleView } from '../articles/article-view.ts';
import { changeArticle } from '../articles/change-article.ts';
import { lockArticle } from '../articles/find-article.ts';
import { assertCategory } from '../categories/find-category.ts';
import { categoryId } from '../contract.ts';
import { articleIdField, chatbotIdField } from '../fields.ts';

export const updateKnowledgeArticle = defineTool({
  name: 'update_knowledge_article',
  title: 'Update knowledge article',
  description:
    'Update a knowledge base article; what you leave out stays, earlier texts are kept. published shows it to visitors at once, any other reviewStatus hides it.',
  safety: { readOnly: false, destructive: false, idempotent: true },
  http: { method: 'PATCH', path: '/chatbots/{chatbotId}/knowledge-base/articles/{articleId}' },
  input: z.object({
    chatbotId: chatbotIdField,
    articleId: articleIdField,
    title: titleField.optional(),
    description: descriptionField.optional(),
    content: contentField.optional(),
    reviewStatus: reviewStatusField.optional(),
    categoryId: categoryId.input.nullable().optional().describe('null: none.'),
    seoKeywords: seoKeywordsField.optional(),
    metaDescription: metaDescriptionField.optional(),
    slug: slugField.optional(),
    locale: localeField.optional(),
    expectedRevision: z.int().min(1).optional().describe('Conflict unless at this revision.'),
  }),
  output: articleOutput,
}).run(async ({ chatbotId, articleId, expectedRevision, ...change }, ctx) => {
  if (Object.values(change).every(value => value === undefined)) {
    throw invalidArgument('', 'There is nothing to change.', 'Give at least one of title, content, reviewStatus, ….');
  }
  const before = await lockArticle(ctx, chatbotId, articleId);
  if (expectedRevision !== undefined && expectedRevision !== before.revision) {
    throw staleRevision(expectedRevision, before.revision);
  }
  if (typeof change.categoryId === 'string') await assertCategory(ctx, chatbotId, change.categoryId);
  return articleView(await changeArticle(ctx, before, change));
});

function staleRevision(expected: number, actual: number): Fault {
  return new Fault('conflict', `The article is at revision ${actual}, not ${expected}: somebody else changed it.`, {
    fix: 'Call get_knowledge_article, make the change against what is there now, and pass its revision.',
  });
}
