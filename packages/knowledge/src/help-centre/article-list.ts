import type { HelpPaths } from './help-paths.ts';
import { type Html, html } from './html.ts';
import type { ListedArticle } from './published-articles.ts';

/** Articles with what they are about. @param level Of their headings */
export function articleList(paths: HelpPaths, articles: readonly ListedArticle[], level: 2 | 3): Html {
  return html`<ul class="list">${articles.map(({ locale, slug, title, description }) => {
    const link = html`<a href="${paths.article(locale, slug)}" dir="auto">${title}</a>`;
    const heading = level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`;
    return html`<li>${heading}${description !== '' && html`<p dir="auto">${description}</p>`}</li>`;
  })}</ul>`;
}
