import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** What visitors asked and nothing answered. */
const OpenQuestionSchema = defineEntity({
  name: 'OpenQuestion',
  tableName: 'open_questions',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    /** Folded, without punctuation. */
    question: p.text().primary(),
    /** As it was last put, without what identifies a person. */
    text: p.text(),
    asked: p.integer(),
    firstAskedAt: p.datetime(3),
    lastAskedAt: p.datetime(3),
  },
});

export class OpenQuestion extends OpenQuestionSchema.class {}
OpenQuestionSchema.setClass(OpenQuestion);
