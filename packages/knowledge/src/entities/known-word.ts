import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const KnownWordSchema = defineEntity({
  name: 'KnownWord',
  tableName: 'knowledge_words',
  ...workspaceOwned,
  indexes: [{ name: 'knowledge_words_term', properties: ['workspaceId', 'chatbotId', 'term'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    word: p.text().primary(),
    term: p.text().primary(),
    /** A bit per letter: words that differ in few bits may be misspellings of each other. */
    signature: p.integer(),
  },
});

export class KnownWord extends KnownWordSchema.class {}
KnownWordSchema.setClass(KnownWord);
