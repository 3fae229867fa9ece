import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** Whether an article helped a visitor, of whom no more is known than that it is the same one. */
const ArticleVoteSchema = defineEntity({
  name: 'ArticleVote',
  tableName: 'knowledge_votes',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    articleId: p.uuid().primary(),
    voter: p.text().primary(),
    helpful: p.boolean(),
  },
});

export class ArticleVote extends ArticleVoteSchema.class {}
ArticleVoteSchema.setClass(ArticleVote);
