import type { HelpVisit } from './help-visit.ts';
import { type Html, type HtmlPart, html } from './html.ts';
import { directionOf, nameOfLanguage } from './language.ts';

interface Frame {
  readonly content: HtmlPart;
  /** Links from the home to the page, which is the last. */
  readonly trail?: readonly { readonly name: HtmlPart; readonly path?: string }[];
  /** The page, or what is nearest to it, in other languages. */
  readonly languages?: readonly { readonly locale: string; readonly path: string }[];
  /** What is in the search field. */
  readonly words?: string;
}

/** What is around the content of each page of a help centre that has articles. */
export function framed(visit: HelpVisit, { content, trail = [], languages = [], words = '' }: Frame): Html {
  const { wording, paths, locale, siteName } = visit;
  return html`<a class="skip" href="#_main">${wording.say('skip')}</a>
<header>
<a class="site" href="${paths.home(locale)}"><bdi>${siteName}</bdi> · ${wording.say('helpCentre')}</a>
<form class="search" role="search" method="get" action="${paths.search(locale)}">
<label class="unseen" for="_words">${wording.say('searchLabel')}</label>
<input id="_words" type="search" name="q" maxlength="200" dir="auto" value="${words}">
<button type="submit">${wording.say('search')}</button>
</form>
</header>
<main id="_main" tabindex="-1">
${trail.length > 0 && trailNav(visit, trail)}${content}
</main>
${languages.length > 1 && languageNav(visit, languages)}`;
}

function trailNav({ wording, paths, locale }: HelpVisit, trail: NonNullable<Frame['trail']>): Html {
  const steps = [{ name: wording.say('helpCentre'), path: paths.home(locale) }, ...trail];
  return html`<nav aria-labelledby="_trail">
<p class="unseen" id="_trail">${wording.say('youAreHere')}</p>
<ol class="trail">${steps.map(({ name, path }) =>
    path === undefined
      ? html`<li aria-current="page"><bdi>${name}</bdi></li>`
      : html`<li><a href="${path}"><bdi>${name}</bdi></a></li>`,
  )}</ol>
</nav>
`;
}

function languageNav({ wording, locale }: HelpVisit, languages: NonNullable<Frame['languages']>): Html {
  const links = languages.map(({ locale: other, path }) => {
    const name = html`<span lang="${other}" dir="${directionOf(other)}">${nameOfLanguage(other)}</span>`;
    return other === locale
      ? html`<li aria-current="true">${name}</li>`
      : html`<li><a href="${path}" hreflang="${other}">${name}</a></li>`;
  });
  return html`<footer>
<nav aria-labelledby="_languages">
<p class="unseen" id="_languages">${wording.say('languages')}</p>
<ul class="languages">${links}</ul>
</nav>
</footer>
`;
}
