import type { SearchHit } from '../search/search-articles.ts';
import { categoryCards } from './category-cards.ts';
import { framed } from './frame.ts';
import type { HelpPage } from './help-page.ts';
import type { HelpVisit } from './help-visit.ts';
import { type Html, html } from './html.ts';
import { directionOf } from './language.ts';
import { pageTitle } from './page-answer.ts';
import type { ListedArticle } from './published-articles.ts';
import type { PublishedCategory } from './published-categories.ts';

export interface ShownHit extends SearchHit {
  readonly article: ListedArticle;
}

interface SearchResults {
  readonly words: string;
  readonly hits: readonly ShownHit[];
  /** Where to look instead. */
  readonly categories: readonly PublishedCategory[];
}

/** What was found for some words, or where to look instead. */
export function searchPage(visit: HelpVisit, { words, hits, categories }: SearchResults): HelpPage {
  const { locale, siteName, wording } = visit;
  const content = html`<h1>${wording.say('searchResults')}</h1>
${hits.length > 0 ? html`<ol class="list">${hits.map(hit => result(visit, hit))}</ol>` : instead(visit, words, categories)}`;
  return {
    locale,
    title: pageTitle(wording.texts.searchResults, siteName),
    body: framed(visit, { content, trail: [{ name: wording.say('searchResults') }], words }),
  };
}

function result({ paths }: HelpVisit, { article, heading, anchor, snippet }: ShownHit): Html {
  const { locale, slug, title } = article;
  const path = `${paths.article(locale, slug)}${anchor === null ? '' : `#${encodeURIComponent(anchor)}`}`;
  return html`<li lang="${locale}" dir="${directionOf(locale)}">
<h2><a href="${path}">${title}</a></h2>
${heading !== null && html`<p class="about">${heading}</p>\n`}<p>${marked(snippet)}</p>
</li>`;
}

function marked({ text, marks }: SearchHit['snippet']): Html[] {
  let at = 0;
  const pieces = marks.map(({ start, end }) => {
    const piece = html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`;
    at = end;
    return piece;
  });
  return [...pieces, html`${text.slice(at)}`];
}

function instead(visit: HelpVisit, words: string, categories: readonly PublishedCategory[]): Html {
  const { wording } = visit;
  const advice = html`<p role="status">${wording.say('nothingFound')} <bdi>${words}</bdi></p>
<ul>${wording.texts.whatToTry.map(text => html`<li>${wording.quote(text)}</li>`)}</ul>`;
  return html`${words !== '' && advice}
<section aria-labelledby="_categories">
<h2 id="_categories">${wording.say('categories')}</h2>
${categoryCards(visit, categories)}
</section>`;
}
