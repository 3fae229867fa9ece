import { createHash } from 'node:crypto';
import type { CallContext } from '@conferbot/plugin';

/**
 * Counts an opening of an article, and its reader once a day (UTC). Nothing happens when the article is gone.
 *
 * @param articleId uuid
 * @param visitorKey The same for all visits of a visitor; it is not kept
 */
export async function countView(ctx: CallContext, articleId: string, visitorKey: string): Promise<void> {
  const viewed = await ctx.sql`
    update knowledge_articles set views = views + 1 where id = ${articleId} returning id`;
  if (viewed.length === 0) return;
  const day = ctx.now().toISOString().slice(0, 10);
  const reader = digest(articleId, visitorKey, day);
  const first = await ctx.sql`
    insert into knowledge_readers (workspace_id, article_id, day, reader)
    values (${ctx.workspace.id}, ${articleId}, ${day}::date, ${reader})
    on conflict do nothing returning reader`;
  if (first.length === 0) return;
  await ctx.sql`update knowledge_articles set unique_views = unique_views + 1 where id = ${articleId}`;
  await ctx.sql`delete from knowledge_readers where article_id = ${articleId} and day < ${day}::date`;
}

/**
 * Counts whether an article helped a visitor, whose last word holds. Nothing happens when the article is gone.
 *
 * @param articleId uuid
 * @param visitorKey The same for all visits of a visitor; it is not kept
 */
export async function countVote(
  ctx: CallContext,
  articleId: string,
  visitorKey: string,
  helpful: boolean,
): Promise<void> {
  const locked = await ctx.sql`select id from knowledge_articles where id = ${articleId} for update`;
  if (locked.length === 0) return;
  const voter = digest(articleId, visitorKey);
  const [before] = await ctx.sql<{ helpful: boolean }>`
    select helpful from knowledge_votes where article_id = ${articleId} and voter = ${voter}`;
  if (before?.helpful === helpful) return;
  await ctx.sql`
    insert into knowledge_votes (workspace_id, article_id, voter, helpful)
    values (${ctx.workspace.id}, ${articleId}, ${voter}, ${helpful})
    on conflict (workspace_id, article_id, voter) do update set helpful = excluded.helpful`;
  const taken = before === undefined ? 0 : 1;
  await ctx.sql`
    update knowledge_articles set
      helpful = helpful + ${helpful ? 1 : -taken}::int, not_helpful = not_helpful + ${helpful ? -taken : 1}::int
    where id = ${articleId}`;
}

/** Counts an answer that named an article as its source. @param articleId uuid */
export async function countCitation(ctx: CallContext, articleId: string): Promise<void> {
  await ctx.sql`update knowledge_articles set citations = citations + 1 where id = ${articleId}`;
}

/** Tells visitors of one article apart, and says nothing about who they are on another. */
function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
