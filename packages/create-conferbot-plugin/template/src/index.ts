import { chatbotDeleted, chatbotDirectory } from '@conferbot/chatbots/contract';
import { definePlugin, on, type Plugin } from '@conferbot/plugin';
import { MyNotesEntry } from './entry.ts';
import { MyNotesInitial } from './migration.ts';
import { addToMyNotes, listMyNotes } from './tools.ts';

/** The export that the server looks for. */
export function plugin(): Plugin {
  return definePlugin({
    id: 'my-notes',
    version: '0.1.0',
    tools: [addToMyNotes, listMyNotes],
    storage: {
      entities: [MyNotesEntry],
      migrations: [{ name: '20260101000000_my_notes_initial', class: MyNotesInitial }],
    },
    subscriptions: [
      on(chatbotDeleted, 'forget-chatbot', async ({ payload: { chatbotId } }, ctx) => {
        await ctx.sql`delete from my_notes_entries where chatbot_id = ${chatbotId}`;
      }),
    ],
    requires: [chatbotDirectory],
  });
}
