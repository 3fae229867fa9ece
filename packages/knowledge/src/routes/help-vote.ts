import type { Route } from '@conferbot/plugin';
import { countVote } from '../articles/metrics.ts';
import { type HelpDeployment, type HelpVisit, helpRoute, movedTo } from '../help-centre/help-visit.ts';
import { missingPage, refusedPage, tooManyPage } from '../help-centre/missing-page.ts';
import { articlesOfSlug } from '../help-centre/published-articles.ts';
import type { RateLimit } from '../help-centre/rate-limit.ts';
import { visitorKey, visitorOf } from '../help-centre/visitor.ts';

/** Whether an article helped, as its form says it. The answer of this day can be changed. */
export function helpVoteRoute(deployment: HelpDeployment, votes: RateLimit): Route {
  const place = {
    method: 'POST',
    path: '/help/{chatbotId}/{locale}/articles/{slug}/vote',
    maxBodyBytes: 1024,
  } as const;
  return helpRoute(deployment, place, visit => vote(visit, votes));
}

async function vote(visit: HelpVisit, votes: RateLimit): Promise<Response | undefined> {
  const { ctx, request, params, chatbotId, locale, paths, clientAddress } = visit;
  if (!isSameOrigin(visit)) return refusedPage(request);
  const helpful = new URLSearchParams(await request.text()).get('helpful');
  if (helpful !== 'yes' && helpful !== 'no') return missingPage(request);
  const named = await articlesOfSlug(ctx, chatbotId, params.slug ?? '');
  const found = named.find(({ asked_locale }) => asked_locale === locale);
  if (found === undefined) return undefined;
  const now = ctx.now();
  const retryAfter = votes.take(clientAddress, now.getTime());
  if (retryAfter > 0) return tooManyPage(request, retryAfter);
  await countVote(ctx, found.id, visitorKey(visitorOf(request, clientAddress), now), helpful === 'yes');
  return movedTo(`${paths.article(found.locale, found.slug)}?vote=${helpful}#_vote`, 303);
}

/** A form of this server. Browsers say where a form is from, in one way or the other. */
function isSameOrigin({ request, url, paths }: HelpVisit): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin === paths.origin || origin === url.origin;
}
