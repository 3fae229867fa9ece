import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const CategorySchema = defineEntity({
  name: 'Category',
  tableName: 'knowledge_categories',
  ...workspaceOwned,
  uniques: [{ name: 'knowledge_categories_name', properties: ['workspaceId', 'chatbotId', 'nameKey'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    chatbotId: p.uuid(),
    name: p.text(),
    /** Equal for names that differ in case only. */
    nameKey: p.text(),
    description: p.text(),
    icon: p.text().nullable(),
    color: p.text().nullable(),
    position: p.integer(),
    createdAt: p.datetime(3),
  },
});

export class Category extends CategorySchema.class {}
CategorySchema.setClass(Category);
