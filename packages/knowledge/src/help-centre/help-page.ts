import { type Html, html } from './html.ts';
import { jsonLd } from './json-ld.ts';

/** A page of a help centre, as search engines and browsers are told about it. */
export interface HelpPage {
  /** BCP 47 */
  readonly locale: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly body: Html;
  readonly status?: number;
  /** Where the page is, for those that may be found; without it search engines leave the page out. */
  readonly canonical?: string | undefined;
  /** The page in each of its languages, itself included. */
  readonly alternates?: readonly Alternate[] | undefined;
  readonly siteName?: string | undefined;
  /** An article, and when it was published and changed. */
  readonly article?: { readonly publishedAt: string; readonly changedAt: string } | undefined;
  /** Schema.org, as JSON-LD. */
  readonly structuredData?: readonly object[];
  /** Seconds for which anybody may keep it; without it nobody may. */
  readonly maxAge?: number;
  /** Names of headers that it depends on. */
  readonly vary?: string;
}

export interface Alternate {
  /** BCP 47, or `x-default`. */
  readonly locale: string;
  readonly url: string;
}

/** Tags that tell others what the page is. */
export function headTags(page: HelpPage): Html {
  const { title, description, canonical, alternates = [], siteName, article, locale } = page;
  if (canonical === undefined) return html`<meta name="robots" content="noindex">`;
  return html`${description && html`<meta name="description" content="${description}">\n`}<link rel="canonical" href="${canonical}">
${alternates.map(({ locale: lang, url }) => html`<link rel="alternate" hreflang="${lang}" href="${url}">\n`)}<meta property="og:type" content="${article === undefined ? 'website' : 'article'}">
<meta property="og:title" content="${title}">
${description && html`<meta property="og:description" content="${description}">\n`}<meta property="og:url" content="${canonical}">
<meta property="og:locale" content="${locale.replaceAll('-', '_')}">
${siteName && html`<meta property="og:site_name" content="${siteName}">\n`}${
  article &&
  html`<meta property="article:published_time" content="${article.publishedAt}">
<meta property="article:modified_time" content="${article.changedAt}">\n`
}${page.structuredData?.map(jsonLd)}`;
}
