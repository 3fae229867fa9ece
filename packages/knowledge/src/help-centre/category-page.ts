import { articleList } from './article-list.ts';
import { framed } from './frame.ts';
import type { HelpPage } from './help-page.ts';
import type { HelpVisit } from './help-visit.ts';
import { html } from './html.ts';
import { breadcrumbs } from './json-ld.ts';
import { cutText, pageTitle } from './page-answer.ts';
import type { ListedArticle } from './published-articles.ts';
import type { PublishedCategory } from './published-categories.ts';

interface CategoryPart {
  readonly category: PublishedCategory;
  /** Languages in which it has articles. */
  readonly locales: readonly string[];
  readonly articles: readonly ListedArticle[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** The articles of a category, one page of them. */
export function categoryPage(visit: HelpVisit, { category, locales, articles, page, pages }: CategoryPart): HelpPage {
  const { locale, paths, siteName, wording } = visit;
  const { id, description } = category;
  const path = (language: string, number = 1) => paths.category(language, id, number);
  const name = category.name ?? wording.texts.other;
  const shownName = category.name ?? wording.say('other');
  const content = html`<h1 dir="auto">${shownName}</h1>
${description !== '' && html`<p class="lead" dir="auto">${description}</p>\n`}${articleList(paths, articles, 2)}
${pages > 1 && pageLinks(visit, category, page, pages)}`;
  return {
    locale,
    title: pageTitle(page === 1 ? name : `${name} (${page})`, siteName),
    description: cutText(description || articles.map(({ title }) => title).join(' · '), 160),
    body: framed(visit, {
      content,
      trail: [{ name: shownName }],
      languages: locales.map(other => ({ locale: other, path: path(other) })),
    }),
    canonical: paths.origin + path(locale, page),
    alternates: page > 1 ? [] : locales.map(other => ({ locale: other, url: paths.origin + path(other) })),
    siteName,
    structuredData: [
      breadcrumbs([
        { name: siteName, url: paths.origin + paths.home(locale) },
        { name, url: paths.origin + path(locale) },
      ]),
    ],
    maxAge: 60,
  };
}

function pageLinks({ wording, paths, locale }: HelpVisit, { id }: PublishedCategory, page: number, pages: number) {
  const previous =
    page > 1 &&
    html`<li><a rel="prev" href="${paths.category(locale, id, page - 1)}">${wording.say('previous')}</a></li>`;
  const next =
    page < pages &&
    html`<li><a rel="next" href="${paths.category(locale, id, page + 1)}">${wording.say('next')}</a></li>`;
  return html`<ul class="pages">${previous}${next}</ul>`;
}
