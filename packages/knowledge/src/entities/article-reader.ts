import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** Somebody who read an article on a day: who they are is not to be told from it. */
const ArticleReaderSchema = defineEntity({
  name: 'ArticleReader',
  tableName: 'knowledge_readers',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    articleId: p.uuid().primary(),
    day: p.date().primary(),
    reader: p.text().primary(),
  },
});

export class ArticleReader extends ArticleReaderSchema.class {}
ArticleReaderSchema.setClass(ArticleReader);
