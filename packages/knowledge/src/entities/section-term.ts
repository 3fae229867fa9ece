import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const SectionTermSchema = defineEntity({
  name: 'SectionTerm',
  tableName: 'knowledge_terms',
  ...workspaceOwned,
  indexes: [{ name: 'knowledge_terms_article', properties: ['workspaceId', 'articleId'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    term: p.text().primary(),
    articleId: p.uuid().primary(),
    ordinal: p.integer().primary(),
    /** How much the section is about the term, from its title down to its text. */
    weight: p.double(),
  },
});

export class SectionTerm extends SectionTermSchema.class {}
SectionTermSchema.setClass(SectionTerm);
