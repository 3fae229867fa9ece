import type { CallContext } from '@conferbot/plugin';
import { foldedWords } from '../search/words.ts';

/** What visitors asked and nothing answered. */
export interface OpenQuestionRow {
  /** As it was last put, without what identifies a person. */
  readonly text: string;
  readonly asked: number;
  readonly first_asked_at: string;
  readonly last_asked_at: string;
}

const longest = 300;
const mostOfChatbot = 500;

/** Counts a question that nothing answered. Of a chatbot's questions those are kept that were asked most, then last. */
export async function noteOpenQuestion(ctx: CallContext, chatbotId: string, asked: string): Promise<void> {
  const text = anonymous(asked)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '');
  const question = foldedWords(text).join(' ').slice(0, longest);
  if (question === '') return;
  await ctx.sql`
    insert into open_questions (workspace_id, chatbot_id, question, text, asked, first_asked_at, last_asked_at)
    values (${ctx.workspace.id}, ${chatbotId}, ${question}, ${text}, 1, ${ctx.now()}, ${ctx.now()})
    on conflict (workspace_id, chatbot_id, question) do update
      set text = excluded.text, asked = open_questions.asked + 1, last_asked_at = excluded.last_asked_at`;
  await ctx.sql`
    delete from open_questions where chatbot_id = ${chatbotId} and question in (
      select question from open_questions where chatbot_id = ${chatbotId} and question <> ${question}
      order by asked desc, last_asked_at desc, question offset ${mostOfChatbot - 1}::int)`;
}

/** The questions of a chatbot that nothing answered, those asked most first. */
export function readOpenQuestions(ctx: CallContext, chatbotId: string, limit: number): Promise<OpenQuestionRow[]> {
  return ctx.sql<OpenQuestionRow>`
    select text, asked, first_asked_at, last_asked_at from open_questions where chatbot_id = ${chatbotId}
    order by asked desc, last_asked_at desc, question limit ${limit}`;
}

export async function dropOpenQuestions(ctx: CallContext, chatbotId: string): Promise<void> {
  await ctx.sql`delete from open_questions where chatbot_id = ${chatbotId}`;
}

/** Addresses of mail and the web, and long numbers such as those of phones, cards and orders, say who asked. */
function anonymous(text: string): string {
  return text
    .replace(/[^\s@<>]{1,64}@[^\s@<>]{1,255}/g, '…')
    .replace(/https?:\/\/\S+/gi, '…')
    .replace(/\+?\d(?:[ ()./-]{0,2}\d){5,}/g, '…');
}
