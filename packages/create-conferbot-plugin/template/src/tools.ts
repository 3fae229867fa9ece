import { chatbotDirectory, chatbotId } from '@conferbot/chatbots/contract';
import { defineTool, newUuid } from '@conferbot/plugin';
import { z } from 'zod';

const text = z.string().min(1).max(2000).describe('The note.');
const createdAt = z.iso.datetime().describe('When it was written, in UTC.');
const note = z.object({ chatbotId: chatbotId.output.describe('Chatbot that it is on.'), text, createdAt });

export const addToMyNotes = defineTool({
  name: 'add_to_my_notes',
  title: 'Add a note',
  description:
    'Keep a note on a chatbot: a decision, something to do, why it is as it is. list_my_notes returns all notes.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  http: { method: 'POST', path: '/chatbots/{chatbotId}/my-notes' },
  input: z.object({
    chatbotId: chatbotId.input.describe('Id of the chatbot (bot_…), as list_chatbots returns it.'),
    text,
  }),
  output: z.object({ createdAt }),
}).run(async ({ chatbotId, text }, ctx) => {
  await ctx.use(chatbotDirectory).get(chatbotId);
  const [row] = await ctx.sql<{ created_at: string }>`
    insert into my_notes_entries (workspace_id, id, chatbot_id, text, created_at)
    values (${ctx.workspace.id}, ${newUuid()}, ${chatbotId}, ${text}, clock_timestamp()) returning created_at`;
  return { createdAt: row?.created_at ?? '' };
});

export const listMyNotes = defineTool({
  name: 'list_my_notes',
  title: 'List notes',
  description: 'List the notes on all chatbots, newest first. add_to_my_notes writes one.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/my-notes' },
  input: z.object({ limit: z.int().min(1).max(100).default(20).describe('Notes to return at most.') }),
  output: z.object({ data: z.array(note).describe('The notes.') }),
}).run(async ({ limit }, ctx) => {
  const rows = await ctx.sql<{ chatbot_id: string; text: string; created_at: string }>`
    select chatbot_id, text, created_at from my_notes_entries order by created_at desc, id desc limit ${limit}`;
  const noteOf = (row: (typeof rows)[number]) => ({
    chatbotId: chatbotId.encode(row.chatbot_id),
    text: row.text,
    createdAt: row.created_at,
  });
  return { data: rows.map(noteOf) };
});
