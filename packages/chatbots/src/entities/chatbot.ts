import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const ChatbotSchema = defineEntity({
  name: 'Chatbot',
  tableName: 'chatbots',
  ...workspaceOwned,
  indexes: [{ name: 'chatbots_newest', properties: ['workspaceId', 'createdAt', 'id'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    description: p.text().default(''),
    disabled: p.boolean().default(false),
    publishedVersionId: p.uuid().nullable(),
    /** Kept by whoever owns responses, so that lists need not count. */
    responseCount: p.integer().default(0),
    /** Parts of the document that it was imported from which no aspect here knows, by name. */
    keptParts: p.json<object>().nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class Chatbot extends ChatbotSchema.class {}
ChatbotSchema.setClass(Chatbot);
