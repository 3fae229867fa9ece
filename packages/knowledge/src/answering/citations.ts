import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import type { Citation } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';

/** The address of an article in the help centre, from the root of the host. @param chatbotId uuid */
export function articlePath(article: {
  readonly chatbotId: string;
  readonly locale: string;
  readonly slug: string;
}): string {
  const { chatbotId, locale, slug } = article;
  return `/help/${chatbotIdType.encode(chatbotId)}/${encodeURIComponent(locale)}/articles/${encodeURIComponent(slug)}`;
}

/** Title and address of articles by their uuid; those that are not published are left out. */
export async function citationsOf(
  ctx: CallContext,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, Citation>> {
  if (articleIds.length === 0) return new Map();
  const rows = await ctx.sql<{ id: string; title: string; chatbot_id: string; locale: string; slug: string }>`
    select id, title, chatbot_id, locale, slug from knowledge_articles
    where id = any(${articleIds}::uuid[]) and review_status = 'published'`;
  return new Map(
    rows.map(({ id, title, chatbot_id: chatbotId, locale, slug }) => [
      id,
      { title, path: articlePath({ chatbotId, locale, slug }) },
    ]),
  );
}
