import { createHash } from 'node:crypto';
import { type HelpPage, headTags } from './help-page.ts';
import { Html, html } from './html.ts';
import { directionOf } from './language.ts';
import { style, styleHash } from './style.ts';

const policy = [
  `default-src 'none'`,
  `style-src ${styleHash}`,
  `img-src https: data:`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'self'`,
].join('; ');

const longestTitle = 60;

/** The page. It runs no script, shows pictures from anywhere by https, and nothing else. */
export function pageAnswer(request: Request, page: HelpPage): Response {
  const { locale, title, status = 200, maxAge, vary } = page;
  const document = html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${headTags(page)}<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
${page.body}
</body>
</html>
`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': locale,
    'content-security-policy': policy,
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    ...(vary !== undefined && { vary }),
  };
  return maxAge === undefined
    ? new Response(String(document), { status, headers: { ...headers, 'cache-control': 'no-store' } })
    : keptAnswer(request, String(document), { ...headers, 'cache-control': `public, max-age=${maxAge}` });
}

/** An answer that browsers ask for again only where it changed. */
export function keptAnswer(request: Request, body: string, headers: Readonly<Record<string, string>>): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return new Response(null, { status: 304, headers: { ...headers, etag } });
  return new Response(body, { headers: { ...headers, etag } });
}

/** What the page is about, and whose it is, as far as search engines show it. */
export function pageTitle(subject: string, siteName: string): string {
  const whole = `${subject} · ${siteName}`;
  return [...whole].length <= longestTitle ? whole : cutText(subject, longestTitle);
}

/** A text that is too long, cut where a word ends. */
export function cutText(text: string, longest: number): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  if (characters.length <= longest) return characters.join('');
  const cut = characters.slice(0, longest - 1).join('');
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > longest / 2 ? end : undefined)}…`;
}
