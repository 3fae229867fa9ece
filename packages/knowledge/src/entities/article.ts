import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import type { ReviewStatus } from '../articles/review-status.ts';

const ArticleSchema = defineEntity({
  name: 'Article',
  tableName: 'knowledge_articles',
  ...workspaceOwned,
  indexes: [
    { name: 'knowledge_articles_newest', properties: ['workspaceId', 'chatbotId', 'createdAt', 'id'] },
    { name: 'knowledge_articles_status', properties: ['workspaceId', 'chatbotId', 'reviewStatus', 'createdAt', 'id'] },
    { name: 'knowledge_articles_category', properties: ['workspaceId', 'chatbotId', 'categoryId'] },
  ],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    chatbotId: p.uuid(),
    categoryId: p.uuid().nullable(),
    locale: p.text(),
    slug: p.text(),
    title: p.text(),
    description: p.text(),
    /** Markdown. */
    content: p.text(),
    reviewStatus: p.text().$type<ReviewStatus>(),
    seoKeywords: p.json<readonly string[]>(),
    metaDescription: p.text(),
    wordCount: p.integer(),
    /** Counts the texts that title, description and content have been; those before are kept. */
    revision: p.integer().default(1),
    revisedAt: p.datetime(3),
    revisedBy: p.text(),
    views: p.integer().default(0),
    uniqueViews: p.integer().default(0),
    helpful: p.integer().default(0),
    notHelpful: p.integer().default(0),
    citations: p.integer().default(0),
    /** When it was published first. */
    publishedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class Article extends ArticleSchema.class {}
ArticleSchema.setClass(Article);
