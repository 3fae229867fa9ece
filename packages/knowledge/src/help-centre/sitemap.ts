import { html } from './html.ts';

interface Place {
  readonly url: string;
  readonly changedAt?: string;
}

/** As sitemaps.org describes it. */
export function sitemapXml(places: readonly Place[]): string {
  const entries = places.map(
    ({ url, changedAt }) =>
      html`<url><loc>${url}</loc>${changedAt !== undefined && html`<lastmod>${changedAt}</lastmod>`}</url>\n`,
  );
  return String(html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</urlset>
`);
}
