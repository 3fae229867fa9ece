import { type CallContext, Fault } from '@conferbot/plugin';
import type { ArticleDetailRow } from './article-view.ts';

/** Earlier texts that are kept of each article. */
const kept = 50;

/** What an article said, when it was written, and by which key. */
export interface Revision {
  readonly title: string;
  readonly description: string;
  readonly content: string;
  readonly at: string;
  readonly by: string;
}

/** Keeps what an article says before it changes. */
export async function keepRevision(ctx: CallContext, before: ArticleDetailRow): Promise<void> {
  const { id, revision, title, description, content, revised_at, revised_by } = before;
  await ctx.sql`
    insert into knowledge_revisions (workspace_id, article_id, number, title, description, content, at, by)
    values (${ctx.workspace.id}, ${id}, ${revision}, ${title}, ${description}, ${content}, ${revised_at}, ${revised_by})`;
  await ctx.sql`delete from knowledge_revisions where article_id = ${id} and number <= ${revision - kept}`;
}

/** What an article says, or said. @throws Fault `not_found` */
export async function readRevision(ctx: CallContext, article: ArticleDetailRow, number: number): Promise<Revision> {
  if (number === article.revision) return { ...article, at: article.revised_at, by: article.revised_by };
  const [row] = await ctx.sql<Revision>`
    select title, description, content, at, by from knowledge_revisions
    where article_id = ${article.id} and number = ${number}`;
  if (row !== undefined) return row;
  throw new Fault('not_found', `The article has no revision ${number}, or not any more.`, {
    fix: `Give a revision from ${Math.max(1, article.revision - kept)} to ${article.revision}.`,
    details: [{ path: 'revision', message: 'There is no such revision.' }],
  });
}
