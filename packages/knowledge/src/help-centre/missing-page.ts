import { html } from './html.ts';
import { pageAnswer } from './page-answer.ts';
import { preferredLocale } from './preferred-locale.ts';
import { spokenLanguages, Wording } from './wording.ts';

/** The answer to everything that is not there: it tells nobody whether something is hidden. */
export function missingPage(request: Request): Response {
  return notice(request, 404, 'missingTitle', 'missingText');
}

/** The answer to a vote that another website sent. */
export function refusedPage(request: Request): Response {
  return notice(request, 403, 'refusedTitle', 'refusedText');
}

export function tooManyPage(request: Request, retryAfter: number): Response {
  const answer = notice(request, 429, 'tooManyTitle', 'tooManyText');
  answer.headers.set('retry-after', String(retryAfter));
  return answer;
}

function notice(
  request: Request,
  status: number,
  title: 'missingTitle' | 'refusedTitle' | 'tooManyTitle',
  text: 'missingText' | 'refusedText' | 'tooManyText',
): Response {
  const locale = preferredLocale(request.headers.get('accept-language'), spokenLanguages) ?? 'en';
  const wording = new Wording(locale);
  const body = html`<main>\n<h1>${wording.say(title)}</h1>\n<p>${wording.say(text)}</p>\n</main>`;
  return pageAnswer(request, { locale, title: wording.texts[title], body, status, vary: 'accept-language' });
}
