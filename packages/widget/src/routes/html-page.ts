import { createHash } from 'node:crypto';

/** A page of this server that shows chatbots. */
export interface HtmlPage {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly title: string;
  /** HTML; what comes from elsewhere is escaped in it. */
  readonly body: string;
  readonly status?: number;
  /** Other websites that may frame the page. */
  readonly framedBy?: readonly string[];
  /** From the page to the root of the server: `../`. */
  readonly root: string;
}

const style = `body{margin:2rem auto;max-width:40rem;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#16181d;background:#fff}
a{color:#0100ec}`;
const styleHash = createHash('sha256').update(style).digest('base64');
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** The page. It runs the widget of this server, shows pictures from anywhere, and nothing else. */
export function htmlAnswer({ lang, title, body, status = 200, framedBy = [], root }: HtmlPage): Response {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'sha256-${styleHash}'`,
    `img-src https: http: data: blob:`,
    `media-src https: http:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors ${["'self'", ...framedBy].join(' ')}`,
  ].join('; ');
  const direction = rightToLeft.has(lang) ? ' dir="rtl"' : '';
  const html = `<!doctype html>
<html lang="${escapeHtml(lang)}"${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<script src="${root}widget.js" defer></script>
</head>
<body>
${body}
</body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in HTML, also within double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? '');
}
