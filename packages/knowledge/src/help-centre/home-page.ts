import { articleList } from './article-list.ts';
import { categoryCards } from './category-cards.ts';
import { framed } from './frame.ts';
import type { HelpPage } from './help-page.ts';
import type { HelpVisit } from './help-visit.ts';
import { type Html, html } from './html.ts';
import { cutText, pageTitle } from './page-answer.ts';
import type { ListedArticle } from './published-articles.ts';
import type { PublishedCategory } from './published-categories.ts';

interface Home {
  readonly categories: readonly PublishedCategory[];
  readonly popular: readonly ListedArticle[];
}

/** Where to look, and what most people read. */
export function homePage(visit: HelpVisit, { categories, popular }: Home): HelpPage {
  const { locale, locales, paths, siteName, wording } = visit;
  const url = (language?: string) => paths.origin + paths.home(language);
  const content = html`${heading(visit)}
<section aria-labelledby="_categories">
<h2 id="_categories">${wording.say('categories')}</h2>
${categoryCards(visit, categories)}
</section>
<section aria-labelledby="_popular">
<h2 id="_popular">${wording.say('popular')}</h2>
${articleList(paths, popular, 3)}
</section>`;
  return {
    locale,
    title: pageTitle(siteName, wording.texts.helpCentre),
    description: cutText(popular.map(({ title }) => title).join(' · '), 160),
    body: framed(visit, { content, languages: locales.map(other => ({ locale: other, path: paths.home(other) })) }),
    canonical: url(locale),
    alternates: [
      ...locales.map(other => ({ locale: other, url: url(other) })),
      ...(locales.length > 1 ? [{ locale: 'x-default', url: url() }] : []),
    ],
    siteName,
    maxAge: 60,
  };
}

/** Before anything is published. */
export function emptyHomePage(visit: HelpVisit): HelpPage {
  const { locale, siteName, wording } = visit;
  const body = html`<main>
${heading(visit)}
<p class="lead">${wording.say('nothingYet')}</p>
</main>`;
  return { locale, title: pageTitle(siteName, wording.texts.helpCentre), body, vary: 'accept-language' };
}

function heading({ siteName, wording }: HelpVisit): Html {
  return html`<h1><bdi>${siteName}</bdi> · ${wording.say('helpCentre')}</h1>`;
}
