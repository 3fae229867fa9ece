import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** What an article said before. */
const ArticleRevisionSchema = defineEntity({
  name: 'ArticleRevision',
  tableName: 'knowledge_revisions',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    articleId: p.uuid().primary(),
    number: p.integer().primary(),
    title: p.text(),
    description: p.text(),
    content: p.text(),
    /** When it was written, and by which key. */
    at: p.datetime(3),
    by: p.text(),
  },
});

export class ArticleRevision extends ArticleRevisionSchema.class {}
ArticleRevisionSchema.setClass(ArticleRevision);
