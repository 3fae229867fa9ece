import { readingMinutes } from '../articles/reading.ts';
import { articleHtml } from './article-html.ts';
import { articleList } from './article-list.ts';
import { askedQuestions, firstWords } from './asked-questions.ts';
import { framed } from './frame.ts';
import type { HelpPage } from './help-page.ts';
import type { HelpVisit } from './help-visit.ts';
import { type Html, html } from './html.ts';
import { articleData, breadcrumbs, questionsData } from './json-ld.ts';
import { cutText, pageTitle } from './page-answer.ts';
import type { ListedArticle, PublishedArticle } from './published-articles.ts';

interface ShownArticle {
  readonly article: PublishedArticle;
  /** Null where it is in none. */
  readonly categoryName: string | null;
  /** Others of its category. */
  readonly related: readonly ListedArticle[];
  /** The articles of its name in other languages, itself included. */
  readonly translations: readonly { readonly locale: string; readonly slug: string }[];
  /** What the visitor just said of it. */
  readonly vote: Vote | undefined;
}

/** Whether an article helped. */
export type Vote = 'yes' | 'no';

/** One article, and whether it helped. */
export function articlePage(visit: HelpVisit, shown: ShownArticle): HelpPage {
  const { locale, paths, siteName } = visit;
  const { article, translations, vote } = shown;
  const { slug, title } = article;
  const addressed = translations.map(({ locale: language, slug: name }) => ({
    locale: language,
    path: paths.article(language, name),
  }));
  const page = { locale, title: pageTitle(title, siteName), body: framed(visit, frameOf(visit, shown, addressed)) };
  // What this visitor said is on no page that anybody else gets.
  if (vote !== undefined) return page;
  return {
    ...page,
    description: descriptionOf(article),
    canonical: paths.origin + paths.article(locale, slug),
    alternates: addressed.map(({ locale: language, path }) => ({ locale: language, url: paths.origin + path })),
    siteName,
    article: { publishedAt: article.published_at, changedAt: article.revised_at },
    structuredData: structuredData(visit, shown),
    maxAge: 60,
  };
}

type Addressed = readonly { readonly locale: string; readonly path: string }[];

function frameOf(visit: HelpVisit, { article, categoryName, related, vote }: ShownArticle, languages: Addressed) {
  const { wording, paths, locale } = visit;
  const { title, description, content, word_count, revised_at } = article;
  return {
    trail: [
      { name: categoryName ?? wording.say('other'), path: paths.category(locale, article.category_id) },
      { name: title },
    ],
    languages,
    content: html`<article>
<h1 dir="auto">${title}</h1>
${description !== '' && html`<p class="lead" dir="auto">${description}</p>\n`}<p class="note">${wording.minutes(readingMinutes(word_count))} · ${wording.say('updated')} <time datetime="${revised_at}">${wording.date(revised_at)}</time></p>
<div dir="auto">
${articleHtml(content, paths.origin)}</div>
</article>
${voteForm(visit, article, vote)}
${
  related.length > 0 &&
  html`<section aria-labelledby="_related">
<h2 id="_related">${wording.say('related')}</h2>
${articleList(paths, related, 3)}
</section>`
}`,
  };
}

function voteForm({ wording, paths, locale }: HelpVisit, { slug }: PublishedArticle, vote: Vote | undefined): Html {
  const button = (value: Vote) => {
    const pressed = vote !== undefined && html` aria-pressed="${String(vote === value)}"`;
    return html`<button type="submit" name="helpful" value="${value}"${pressed}>${wording.say(value)}</button> `;
  };
  return html`<form class="vote" id="_vote" method="post" action="${paths.vote(locale, slug)}" aria-labelledby="_question">
<p id="_question">${wording.say('didItHelp')}</p>
${button('yes')}${button('no')}
${vote !== undefined && html`<p class="note" role="status">${wording.say('thanks')}</p>\n`}</form>`;
}

function structuredData({ paths, locale, siteName, wording }: HelpVisit, { article, categoryName }: ShownArticle) {
  const url = paths.origin + paths.article(locale, article.slug);
  const category = paths.origin + paths.category(locale, article.category_id);
  const questions = askedQuestions(article.content);
  return [
    articleData({
      title: article.title,
      description: descriptionOf(article),
      locale,
      url,
      siteName,
      publishedAt: article.published_at,
      changedAt: article.revised_at,
      keywords: article.seo_keywords,
    }),
    breadcrumbs([
      { name: siteName, url: paths.origin + paths.home(locale) },
      { name: categoryName ?? wording.texts.other, url: category },
      { name: article.title, url },
    ]),
    ...(questions.length > 1 ? [questionsData(questions)] : []),
  ];
}

function descriptionOf({ meta_description: meta, description, content }: PublishedArticle): string {
  return cutText(meta || description || firstWords(content), 160);
}
