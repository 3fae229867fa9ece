import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const ArticleSectionSchema = defineEntity({
  name: 'ArticleSection',
  tableName: 'knowledge_sections',
  ...workspaceOwned,
  indexes: [{ name: 'knowledge_sections_chatbot', properties: ['workspaceId', 'chatbotId', 'ordinal', 'dictionary'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    articleId: p.uuid().primary(),
    ordinal: p.integer().primary(),
    chatbotId: p.uuid(),
    locale: p.text(),
    /** That brings its words to their stems. */
    dictionary: p.text(),
    title: p.text(),
    heading: p.text().nullable(),
    anchor: p.text().nullable(),
    /** Markdown, cleaned. */
    body: p.text(),
  },
});

export class ArticleSection extends ArticleSectionSchema.class {}
ArticleSectionSchema.setClass(ArticleSection);
