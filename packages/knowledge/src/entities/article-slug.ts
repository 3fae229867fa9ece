import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** A name that leads to an article: the one it has, or one it had while it was published. */
const ArticleSlugSchema = defineEntity({
  name: 'ArticleSlug',
  tableName: 'knowledge_slugs',
  ...workspaceOwned,
  indexes: [{ name: 'knowledge_slugs_article', properties: ['workspaceId', 'articleId'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    locale: p.text().primary(),
    slug: p.text().primary(),
    articleId: p.uuid(),
  },
});

export class ArticleSlug extends ArticleSlugSchema.class {}
ArticleSlugSchema.setClass(ArticleSlug);
