import { type CallContext, Fault } from '@conferbot/plugin';
import { articleId as articleIdType } from '../contract.ts';
import { slugCandidates } from './slug.ts';

/** Where an article is found. */
export interface ArticleAddress {
  /** uuid */
  readonly id: string;
  /** uuid */
  readonly chatbotId: string;
  readonly locale: string;
  readonly slug: string;
}

/** Takes the first name of the title's that is free. */
export function deriveSlug(ctx: CallContext, place: Omit<ArticleAddress, 'slug'>, title: string): Promise<string> {
  return claimFirst(ctx, place, slugCandidates(title, place.id));
}

/** @throws Fault `conflict` when it leads to another article */
export async function claimSlug(ctx: CallContext, address: ArticleAddress): Promise<string> {
  const { chatbotId, locale, slug } = address;
  if (await claim(ctx, address)) return slug;
  const owner = await findSlug(ctx, { chatbotId, locale, slug });
  const taken = owner === undefined ? 'another article' : `the article ${articleIdType.encode(owner.id)}`;
  throw new Fault('conflict', `The slug ${slug} leads to ${taken} already.`, {
    fix: 'Give another slug, or leave it out to have one made from the title.',
    details: [{ path: 'slug', message: `It leads to ${taken}.` }],
  });
}

/**
 * Moves an article to where a change of it leads: to a slug that is asked for; along with the title as long as it was
 * never published; else it stays. The name that a published one had goes on leading to it.
 */
export async function moveSlug(
  ctx: CallContext,
  before: ArticleAddress & { readonly title: string; readonly wasPublished: boolean },
  after: { readonly title: string; readonly locale: string; readonly slug: string | undefined },
): Promise<string> {
  if (after.slug === undefined && after.title === before.title && after.locale === before.locale) return before.slug;
  const { id, chatbotId } = before;
  const place = { id, chatbotId, locale: after.locale };
  const slug =
    after.slug === undefined
      ? await claimFirst(ctx, place, candidatesAfter(before, after.title))
      : await claimSlug(ctx, { ...place, slug: after.slug });
  const moved = slug !== before.slug || after.locale !== before.locale;
  if (moved && !before.wasPublished) await releaseSlug(ctx, before);
  return slug;
}

/** The article that a name leads to, and where that article is now: elsewhere, when the name is a former one. */
export async function findSlug(
  ctx: CallContext,
  { chatbotId, locale, slug }: Omit<ArticleAddress, 'id'>,
): Promise<ArticleAddress | undefined> {
  const [row] = await ctx.sql<{ id: string; locale: string; slug: string }>`
    select a.id, a.locale, a.slug from knowledge_slugs s
      join knowledge_articles a on a.workspace_id = s.workspace_id and a.id = s.article_id
    where s.chatbot_id = ${chatbotId} and s.locale = ${locale} and s.slug = ${slug}`;
  return row === undefined ? undefined : { ...row, chatbotId };
}

function candidatesAfter(
  { id, slug, title, wasPublished }: Parameters<typeof moveSlug>[1],
  titleAfter: string,
): readonly string[] {
  const derived = slugCandidates(titleAfter, id);
  const follows = !wasPublished && slugCandidates(title, id).includes(slug) && !derived.includes(slug);
  return follows ? derived : [slug, ...derived];
}

async function claimFirst(
  ctx: CallContext,
  place: Omit<ArticleAddress, 'slug'>,
  candidates: readonly string[],
): Promise<string> {
  for (const slug of candidates) {
    if (await claim(ctx, { ...place, slug })) return slug;
  }
  throw new Fault('conflict', 'Every slug that the title leads to is taken.', { fix: 'Give a slug.' });
}

async function claim(ctx: CallContext, { id, chatbotId, locale, slug }: ArticleAddress): Promise<boolean> {
  const claimed = await ctx.sql`
    insert into knowledge_slugs (workspace_id, chatbot_id, locale, slug, article_id)
    values (${ctx.workspace.id}, ${chatbotId}, ${locale}, ${slug}, ${id})
    on conflict (workspace_id, chatbot_id, locale, slug) do update set article_id = excluded.article_id
      where knowledge_slugs.article_id = excluded.article_id
    returning slug`;
  return claimed.length > 0;
}

async function releaseSlug(ctx: CallContext, { chatbotId, locale, slug }: ArticleAddress): Promise<void> {
  await ctx.sql`
    delete from knowledge_slugs where chatbot_id = ${chatbotId} and locale = ${locale} and slug = ${slug}`;
}
