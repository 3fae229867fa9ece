import type { HelpVisit } from './help-visit.ts';
import { type Html, type HtmlPart, html } from './html.ts';
import type { PublishedCategory } from './published-categories.ts';

/** Links to the categories that have articles in the language of the page. */
export function categoryCards({ wording, paths, locale }: HelpVisit, categories: readonly PublishedCategory[]): Html {
  return html`<ul class="cards">${categories.map(
    category =>
      html`<li><h3>${sign(category)}<a href="${paths.category(locale, category.id)}"><bdi>${
        category.name ?? wording.say('other')
      }</bdi></a></h3>${category.description !== '' && html`<p dir="auto">${category.description}</p>`}<p class="note">${wording.say('articles')} ${wording.number(category.articles)}</p></li>`,
  )}</ul>`;
}

/** The icon of a category, or its colour. */
function sign({ icon, color }: PublishedCategory): HtmlPart {
  if (icon !== null) return html`<span class="icon" aria-hidden="true">${icon}</span>`;
  if (color === null) return undefined;
  return html`<svg class="icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="6" fill="${color}"/></svg>`;
}
