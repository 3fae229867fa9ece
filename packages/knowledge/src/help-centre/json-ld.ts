import { Html } from './html.ts';

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** Data for search engines. Nothing in it can end the element, and browsers run none of it. */
export function jsonLd(data: object): Html {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data });
  const safe = json.replace(/[<>&\u2028\u2029]/g, character => escapes[character] ?? '');
  return new Html(`<script type="application/ld+json">${safe}</script>\n`);
}

interface Crumb {
  readonly name: string;
  readonly url: string;
}

export function breadcrumbs(crumbs: readonly Crumb[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}

interface ArticleData {
  readonly title: string;
  readonly description: string;
  readonly locale: string;
  readonly url: string;
  readonly siteName: string;
  readonly publishedAt: string;
  readonly changedAt: string;
  readonly keywords: readonly string[];
}

export function articleData(article: ArticleData): object {
  const publisher = { '@type': 'Organization', name: article.siteName };
  return {
    '@type': 'Article',
    headline: article.title,
    ...(article.description !== '' && { description: article.description }),
    inLanguage: article.locale,
    mainEntityOfPage: article.url,
    datePublished: article.publishedAt,
    dateModified: article.changedAt,
    author: publisher,
    publisher,
    ...(article.keywords.length > 0 && { keywords: article.keywords.join(', ') }),
  };
}

/** Questions that a page asks and answers, each under a heading of its own. */
export function questionsData(questions: readonly { readonly question: string; readonly answer: string }[]): object {
  return {
    '@type': 'FAQPage',
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  };
}
