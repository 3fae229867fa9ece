import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const MyNotesEntrySchema = defineEntity({
  name: 'MyNotesEntry',
  tableName: 'my_notes_entries',
  ...workspaceOwned,
  indexes: [{ name: 'my_notes_entries_created', properties: ['workspaceId', 'createdAt'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    chatbotId: p.uuid(),
    text: p.text(),
    createdAt: p.datetime(3),
  },
});

export class MyNotesEntry extends MyNotesEntrySchema.class {}
MyNotesEntrySchema.setClass(MyNotesEntry);
