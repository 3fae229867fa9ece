import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, isFault, type PublicContext, type Route } from '@conferbot/plugin';
import { findHelpAddress } from './help-address.ts';
import { HelpPaths } from './help-paths.ts';
import { localeOf } from './language.ts';
import { missingPage } from './missing-page.ts';
import { preferredLocale } from './preferred-locale.ts';
import { publishedLocales } from './published-articles.ts';
import { spokenLanguages, Wording } from './wording.ts';

/** Whoever is at a page of a help centre, and the help centre. */
export interface HelpVisit {
  readonly ctx: CallContext;
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** uuid */
  readonly chatbotId: string;
  readonly siteName: string;
  /** Languages that have articles, the one with most first. */
  readonly locales: readonly string[];
  /** Of the page. */
  readonly locale: string;
  readonly wording: Wording;
  readonly paths: HelpPaths;
  readonly clientAddress: string | undefined;
}

/** What the host says of itself. */
export interface HelpDeployment {
  /** Address that browsers reach the host at; undefined: as the request was addressed. */
  readonly publicUrl?: (() => string) | undefined;
}

/** `home` is in any language, and there before there are articles. */
type HelpAddressKind = 'home' | 'localised';

/**
 * A page of a help centre. What is not there, or not published, or in no help centre at all, is the same page.
 *
 * @param answer Undefined: there is no such page
 */
export function helpRoute(
  { publicUrl }: HelpDeployment,
  address: Pick<Route, 'method' | 'maxBodyBytes'> & { readonly path: `/${string}`; readonly kind?: HelpAddressKind },
  answer: (visit: HelpVisit) => Promise<Response | undefined>,
): Route {
  const { kind = 'localised', ...place } = address;
  return {
    ...place,
    access: 'public',
    async handle(request, params, system) {
      const url = new URL(request.url);
      const visited = await visit(system, params.chatbotId ?? '', async (ctx, chatbotId) => {
        const locales = await publishedLocales(ctx, chatbotId);
        const locale = localeFor(request, params.locale, locales, kind);
        if (locale === undefined) return undefined;
        const { name: siteName } = await ctx.use(chatbotDirectory).get(chatbotId);
        const paths = new HelpPaths(publicUrl?.() ?? url.origin, chatbotId);
        const wording = new Wording(locale);
        const { clientAddress } = system;
        return answer({
          ...{ ctx, request, url, params, chatbotId, siteName, locales, locale, wording, paths, clientAddress },
        });
      });
      return visited ?? missingPage(request);
    },
  };
}

async function visit(
  system: PublicContext,
  id: string,
  work: (ctx: CallContext, chatbotId: string) => Promise<Response | undefined>,
): Promise<Response | undefined> {
  try {
    const { workspaceId, chatbotId } = await findHelpAddress(system, id);
    return await system.inWorkspace(workspaceId, ctx => work(ctx, chatbotId));
  } catch (error) {
    if (isFault(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** A page in a language without articles is none, but a former address may lead from there. */
function localeFor(
  request: Request,
  asked: string | undefined,
  locales: readonly string[],
  kind: HelpAddressKind,
): string | undefined {
  if (asked !== undefined) return localeOf(asked);
  const accepted = request.headers.get('accept-language');
  const fallback = kind === 'home' ? preferredLocale(accepted, spokenLanguages) : undefined;
  return preferredLocale(accepted, locales) ?? fallback;
}

/** Leads to where a page is. It is not kept for long: what moved may move back. */
export function movedTo(path: string, status: 301 | 302 | 303 = 301): Response {
  const cache = status === 303 ? 'no-store' : 'public, max-age=60';
  const vary = status === 302 ? { vary: 'accept-language' } : {};
  return new Response(null, { status, headers: { location: path, 'cache-control': cache, ...vary } });
}
