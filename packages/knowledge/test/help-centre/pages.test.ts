import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { type Testbed, testbed } from '@conferbot/testing';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KnowledgeDesk } from '../support/knowledge-desk.ts';
import { knowledgePlugins } from '../support/plugins.ts';
import { attributeOf, ParsedPage, textOf } from './parsed-page.ts';
import { Reader, site } from './reader.ts';

const clock = { now: Date.parse('2026-03-02T12:00:00.000Z') };
const nobodys = 'bot_00000000000000000000000001';
let publicUrl = site;
let bed: Testbed;
let reader: Reader;
let desk: KnowledgeDesk;
let root: string;

beforeAll(async () => {
  bed = await testbed(knowledgePlugins({ publicUrl: () => publicUrl }), { clock: () => clock.now });
  reader = new Reader(bed.runtime);
});
afterAll(() => bed?.[Symbol.asyncDispose]());
beforeEach(async () => {
  publicUrl = `${site}/`;
  desk = await KnowledgeDesk.open(bed.workspace());
  root = `/help/${desk.chatbotId}`;
});

const published = (article: object = {}) => desk.write({ reviewStatus: 'published', ...article });
const page = async (path: string, headers?: Record<string, string>) => ParsedPage.of(await reader.get(path, headers));
const status = async (path: string, headers?: Record<string, string>) => (await reader.get(path, headers)).status;
const location = async (path: string, headers?: Record<string, string>) => {
  const answer = await reader.get(path, headers);
  return [answer.status, answer.headers.get('location')];
};

describe('the home of a help centre', () => {
  it('leads to the categories that have published articles, to what is read most, and to the search', async () => {
    const billing = await desk.category('Billing', { description: 'About money.', icon: '💶' });
    const orders = await desk.category('Orders', { color: '#0a7d4f' });
    await desk.category('Empty');
    await published({ title: 'Pay', categoryId: billing.id });
    await published({ title: 'Refund', categoryId: billing.id });
    await published({ title: 'Track', categoryId: orders.id });
    await published({ title: 'Else' });
    await desk.write({ title: 'Hidden', categoryId: billing.id });
    await reader.get(`${root}/en/articles/track`);
    const home = await page(root);
    expect(home.text('h1')).toBe('Support · Help centre');
    const cards = home.all('ul', 'class', 'cards').flatMap(({ childNodes }) => childNodes.map(textOf));
    expect(cards).toEqual(['💶BillingAbout money.Articles: 2', 'OrdersArticles: 1', 'Other articlesArticles: 1']);
    expect(home.values('circle', 'fill')).toEqual(['#0a7d4f']);
    expect(home.articles[0]).toBe(`${root}/en/articles/track`);
    expect(home.articles).toHaveLength(4);
    expect(home.values('form', 'action')).toEqual([`${root}/en/search`]);
    expect(home.link('canonical')).toMatchObject([{ href: `${site}${root}/en` }]);
  });

  it('says that there is nothing yet, to people only', async () => {
    await desk.write();
    const answer = await reader.get(root);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const home = await ParsedPage.of(answer);
    expect(home.text('main')).toContain('There are no articles yet.');
    expect(home.meta('robots')).toBe('noindex');
    expect(await status(`${root}/en`)).toBe(404);
    expect(await status(`${root}/sitemap.xml`)).toBe(404);
    expect(await status(`${root}/search?q=pay`)).toBe(404);
  });

  it('is in the language that the visitor reads best, and has one address for each', async () => {
    await published();
    await published({ title: 'Wie zahle ich?', locale: 'de' });
    await published({ title: 'Was kostet es?', locale: 'de' });
    const german = await reader.get(root, { 'accept-language': 'fr, de-CH;q=0.9, en;q=0.5' });
    expect(german.headers.get('vary')).toBe('accept-language');
    const home = await ParsedPage.of(german);
    expect(home.text('title')).toBe('Support · Hilfe');
    expect(home.link('alternate')).toEqual([
      { rel: 'alternate', hreflang: 'de', href: `${site}${root}/de` },
      { rel: 'alternate', hreflang: 'en', href: `${site}${root}/en` },
      { rel: 'alternate', hreflang: 'x-default', href: `${site}${root}` },
    ]);
    expect((await page(root, { 'accept-language': 'en;q=0.1' })).text('h1')).toBe('Support · Help centre');
    expect((await page(root, { 'accept-language': 'fr' })).text('h1')).toBe('Support · Hilfe');
    expect((await reader.get(`${root}/en`)).headers.get('vary')).toBeNull();
    expect(await location(`${root}/DE`)).toEqual([301, `${root}/de`]);
    expect(await status(`${root}/fr`)).toBe(404);
  });

  it('is found with a slash at its end', async () => {
    expect(await location(`${root}/`)).toEqual([301, root]);
  });

  it('is gone with its chatbot', async () => {
    await published();
    expect(await status(root)).toBe(200);
    await desk.workspace.call('delete_chatbot', { chatbotId: desk.chatbotId });
    expect(await status(root)).toBe(404);
    const [left] = await bed.store.run({ role: 'worker' }, [
      {
        text: 'select 1 from help_addresses where chatbot_id = $1',
        values: [chatbotIdType.decode(desk.chatbotId) ?? ''],
      },
    ]);
    expect(left?.rows).toEqual([]);
  });

  it('opens with the first article for a chatbot that is older than the plugin', async () => {
    await bed.store.run({ role: 'app', workspaceId: desk.workspace.id }, [
      { text: 'delete from help_addresses', values: [] },
    ]);
    expect(await status(root)).toBe(404);
    await published();
    expect(await status(root)).toBe(200);
  });
});

describe('a category of a help centre', () => {
  it('has its published articles in one language, by title', async () => {
    const { id } = await desk.category('Billing', { description: 'About money.' });
    for (const title of ['Refund', 'Pay']) await published({ title, categoryId: id });
    await published({ title: 'Zahlen', categoryId: id, locale: 'de' });
    await desk.write({ title: 'Hidden', categoryId: id });
    const category = await page(`${root}/en/categories/${id}`);
    expect(category.text('h1')).toBe('Billing');
    expect(category.text('title')).toBe('Billing · Support');
    expect(category.meta('description')).toBe('About money.');
    expect(category.articles).toEqual([`${root}/en/articles/pay`, `${root}/en/articles/refund`]);
    expect(category.structuredData).toMatchObject([
      { '@type': 'BreadcrumbList', itemListElement: [{ position: 1 }, { name: 'Billing', position: 2 }] },
    ]);
    expect(category.link('alternate').map(({ hreflang }) => hreflang)).toEqual(['de', 'en']);
    expect(await location(`${root}/categories/${id}`, { 'accept-language': 'de' })).toEqual([
      302,
      `${root}/de/categories/${id}`,
    ]);
  });

  it('has those without a category too', async () => {
    await published({ title: 'Else' });
    expect((await page(`${root}/en/categories/other`)).articles).toEqual([`${root}/en/articles/else`]);
  });

  it('is cut into pages', async () => {
    for (let number = 100; number < 151; number++) await published({ title: `Article ${number}` });
    const [first, second] = [
      await page(`${root}/en/categories/other`),
      await page(`${root}/en/categories/other?page=2`),
    ];
    expect([first.articles.length, second.articles.length]).toEqual([50, 1]);
    expect(second.articles).toEqual([`${root}/en/articles/article-150`]);
    expect(first.values('a', 'rel')).toEqual(['next']);
    expect(second.link('canonical')).toMatchObject([{ href: `${site}${root}/en/categories/other?page=2` }]);
    for (const number of ['0', '3', '-1', '1.5', 'x', '1e9']) {
      expect(await status(`${root}/en/categories/other?page=${number}`), number).toBe(404);
    }
  });

  it('is none when it is empty, of another chatbot, or unknown', async () => {
    await published();
    const empty = await desk.category('Empty');
    const other = await KnowledgeDesk.open(desk.workspace);
    const foreign = await other.category('Foreign');
    await other.write({ reviewStatus: 'published', categoryId: foreign.id });
    for (const id of [empty.id, foreign.id, 'cat_00000000000000000000000001', 'x', '%00']) {
      expect(await status(`${root}/en/categories/${id}`), id).toBe(404);
      expect(await status(`${root}/categories/${id}`), id).toBe(404);
    }
  });
});

describe('an article of a help centre', () => {
  it('says what it is to people and to search engines', async () => {
    const { id } = await desk.category('Billing');
    const { updatedAt } = await published({
      categoryId: id,
      metaDescription: 'Card or transfer.',
      seoKeywords: ['money', 'invoice'],
    });
    await published({ title: 'Refund', categoryId: id });
    const article = await page(`${root}/en/articles/how-do-i-pay`);
    const url = `${site}${root}/en/articles/how-do-i-pay`;
    expect(article.text('title')).toBe('How do I pay? · Support');
    expect(article.text('h1')).toBe('How do I pay?');
    expect(article.text('article')).toContain('By card or by bank transfer.');
    expect(article.text('article')).toContain('1 minute · Last changed: 2 March 2026'.replace('2 March', 'March 2,'));
    expect(article.meta('description')).toBe('Card or transfer.');
    expect(article.meta('robots')).toBeUndefined();
    expect(article.meta('og:title')).toBe('How do I pay? · Support');
    expect(article.meta('og:type')).toBe('article');
    expect(article.meta('og:url')).toBe(url);
    expect(article.meta('article:modified_time')).toBe(updatedAt);
    expect(article.link('canonical')).toMatchObject([{ href: url }]);
    expect(article.structuredData).toMatchObject([
      {
        '@context': 'https://schema.org',
        '@type': 'Article',
        headline: 'How do I pay?',
        mainEntityOfPage: url,
        inLanguage: 'en',
        dateModified: updatedAt,
        keywords: 'money, invoice',
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [{ name: 'Support' }, { name: 'Billing' }, { name: 'How do I pay?', item: url }],
      },
    ]);
    expect(article.articles).toContain(`${root}/en/articles/refund`);
  });

  it('is a list of questions where its headings are questions', async () => {
    const content = '# Where?\n\nAt the **till**.\n\n## When?\n\nUntil 8.\n\n## Notes\n\nNone.';
    await published({ title: 'Cash', content });
    const { structuredData } = await page(`${root}/en/articles/cash`);
    expect(structuredData[2]).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [
        { name: 'Where?', acceptedAnswer: { text: 'At the till.' } },
        { name: 'When?', acceptedAnswer: { text: 'Until 8.' } },
      ],
    });
    await published({ title: 'One', content: '# Where?\n\nAt the till.' });
    expect((await page(`${root}/en/articles/one`)).structuredData).toHaveLength(2);
  });

  it('has a title of at most 60 characters, and a description of at most 160', async () => {
    const title = 'How do I pay when I have neither a card nor a bank account, but cash only?';
    const { slug } = await published({ title, description: 'Cash. '.repeat(60) });
    const article = await page(`${root}/en/articles/${slug}`);
    expect(article.text('title')).toBe('How do I pay when I have neither a card nor a bank…');
    expect([...article.text('title')].length).toBeLessThanOrEqual(60);
    expect(article.meta('description')?.length).toBeLessThanOrEqual(160);
    expect(article.text('h1')).toBe(title);
  });

  it('is written from right to left where its language is', async () => {
    await published({ title: 'كيف أدفع؟', slug: 'pay', locale: 'ar' });
    await published({ title: 'איך משלמים?', slug: 'pay', locale: 'he' });
    const arabic = await page(`${root}/ar/articles/pay`);
    expect(arabic.all('html').map(html => [attributeOf(html, 'lang'), attributeOf(html, 'dir')])).toEqual([
      ['ar', 'rtl'],
    ]);
    expect(arabic.text('form')).toContain('ابحث');
    const hebrew = await page(`${root}/he/articles/pay`);
    expect(hebrew.all('html').map(html => [attributeOf(html, 'lang'), attributeOf(html, 'dir')])).toEqual([
      ['he', 'rtl'],
    ]);
    const foreign = hebrew.all('span', 'lang', 'en');
    expect(foreign.map(textOf)).toContain('Search the articles');
    expect(foreign.every(span => attributeOf(span, 'dir') === 'ltr')).toBe(true);
  });

  it('names the articles of the same name in other languages', async () => {
    await published({ title: 'Pay', slug: 'pay' });
    await published({ title: 'Zahlen', slug: 'pay', locale: 'de' });
    await desk.write({ title: 'Payer', slug: 'pay', locale: 'fr' });
    const article = await page(`${root}/en/articles/pay`);
    expect(article.link('alternate').map(({ hreflang, href }) => [hreflang, href])).toEqual([
      ['de', `${site}${root}/de/articles/pay`],
      ['en', `${site}${root}/en/articles/pay`],
    ]);
    expect(article.all('a', 'hreflang').map(textOf)).toEqual(['Deutsch']);
    expect(await location(`${root}/articles/pay`, { 'accept-language': 'de-AT' })).toEqual([
      302,
      `${root}/de/articles/pay`,
    ]);
    expect(await location(`${root}/articles/pay`, { 'accept-language': 'fr' })).toEqual([
      302,
      `${root}/de/articles/pay`,
    ]);
  });

  it('is found under its former names and in its former language', async () => {
    const { id } = await published();
    await desk.update(id, { slug: 'pay' });
    expect(await location(`${root}/en/articles/how-do-i-pay`)).toEqual([301, `${root}/en/articles/pay`]);
    await desk.update(id, { locale: 'en-GB' });
    for (const name of ['how-do-i-pay', 'pay']) {
      expect(await location(`${root}/en/articles/${name}`), name).toEqual([301, `${root}/en-GB/articles/pay`]);
      expect(await location(`${root}/articles/${name}`), name).toEqual([302, `${root}/en-GB/articles/pay`]);
    }
    expect(await location(`${root}/EN-gb/articles/pay`)).toEqual([301, `${root}/en-GB/articles/pay`]);
    const moved = await reader.get(`${root}/en/articles/pay`);
    expect(moved.headers.get('cache-control')).toBe('public, max-age=60');
    await desk.update(id, { slug: 'how-do-i-pay', locale: 'en' });
    expect(await status(`${root}/en/articles/how-do-i-pay`)).toBe(200);
    await desk.update(id, { reviewStatus: 'draft' });
    expect(await status(`${root}/en/articles/pay`)).toBe(404);
    expect(await status(`${root}/articles/pay`)).toBe(404);
  });

  it('has the anchors that the search leads to, and headings without gaps', async () => {
    const content =
      '# Größe & Maß\n\nA.\n\n#### Größe & Maß\n\nB.\n\n## *Zoll* `2`\n\nC.\n\n> # Quoted\n\nSet\n---\n\nD.';
    await published({ title: 'Sizes', content });
    const article = await page(`${root}/en/articles/sizes`);
    const headings = ['h2', 'h3', 'h4'].flatMap(tag =>
      article.all(tag).map(heading => [tag, attributeOf(heading, 'id'), textOf(heading)]),
    );
    expect(headings).toEqual([
      ['h2', 'größe-maß', 'Größe & Maß'],
      ['h2', undefined, 'Quoted'],
      ['h3', 'größe-maß-2', 'Größe & Maß'],
      ['h3', 'zoll-2', 'Zoll 2'],
      ['h3', 'set', 'Set'],
    ]);
  });
});

describe('what nobody may see', () => {
  it('is answered as what does not exist, and nowhere told', async () => {
    const shown = await published();
    const secret = { title: 'Secretive', description: 'Secretive.', content: 'Secretive words.' };
    const draft = await desk.write({ ...secret, slug: 'draft' });
    const review = await desk.write({ ...secret, slug: 'review', reviewStatus: 'in_review' });
    const taken = await published({ ...secret, slug: 'taken' });
    await desk.update(taken.id, { reviewStatus: 'draft' });
    const other = await KnowledgeDesk.open(desk.workspace);
    const foreign = await other.write({ ...secret, slug: 'foreign', reviewStatus: 'published' });
    const missing = await (await reader.get(`/help/${nobodys}`)).text();
    const hidden = [draft.slug, review.slug, taken.slug, foreign.slug, 'never', '%00', `${'x'.repeat(300)}`];
    for (const slug of hidden) {
      for (const path of [
        `${root}/en/articles/${slug}`,
        `${root}/articles/${slug}`,
        `/help/${nobodys}/en/articles/x`,
      ]) {
        const answer = await reader.get(path);
        expect([answer.status, answer.headers.get('cache-control')], path).toEqual([404, 'no-store']);
        expect(await answer.text(), path).toBe(missing);
      }
      const widget = await reader.get(`/api/v1/chat/${desk.chatbotId}/articles/${slug}`);
      expect([widget.status, await widget.text()]).toEqual([404, expect.not.stringContaining('ecretive')]);
    }
    const pages = [
      ...[root, `${root}/en`, `${root}/en/categories/other`, `${root}/en/search?q=words`, `${root}/sitemap.xml`],
      ...[`${root}/en/articles/${shown.slug}`, `/api/v1/chat/${desk.chatbotId}/articles`],
      `/api/v1/chat/${desk.chatbotId}/articles?q=secretive`,
    ];
    for (const path of pages) {
      const answer = await reader.get(path);
      expect(answer.status, path).toBe(200);
      expect(await answer.text(), path).not.toMatch(/secretive|\/(?:draft|review|taken|foreign)\b/i);
    }
    expect(await (await reader.get(`${root}/en/search?q=secretive`)).text()).not.toMatch(/Secretive|articles\/draft/);
  });

  it('is every address that is none', async () => {
    await published();
    for (const path of ['/help/bot_x', '/help/%00', `/help/${nobodys}/sitemap.xml`, `${root}/x_y`, `${root}/%00`]) {
      expect(await status(path), path).toBe(404);
    }
  });
});

describe('the search of a help centre', () => {
  it('shows where words stand, and leads there', async () => {
    await published({ content: '# Cards\n\nWe take <b>cards</b> of all banks.\n\n# Cash\n\nNo coins.' });
    const answer = await reader.get(`${root}/en/search?q=which+cards`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const found = await ParsedPage.of(answer);
    expect(found.articles).toEqual([`${root}/en/articles/how-do-i-pay#cards`]);
    expect(found.all('mark').map(textOf)).toContain('cards');
    expect(found.values('input', 'value')).toEqual(['which cards']);
    expect(found.meta('robots')).toBe('noindex');
    expect(found.link('canonical')).toEqual([]);
  });

  it('says what to do where nothing fits, and keeps the question', async () => {
    await published({ categoryId: (await desk.category('Billing')).id });
    const found = await page(`${root}/en/search?q=${encodeURIComponent('unicorn zebra of ada@example.com')}`);
    expect(found.text('main')).toContain('Nothing was found.');
    expect(found.text('main')).toContain('Try fewer words, or other ones.');
    expect(found.text('main')).toContain('Billing');
    expect(await openQuestions()).toEqual([{ text: 'unicorn zebra of …', asked: 1 }]);
    await reader.get(`${root}/en/search?q=cards`);
    await reader.get(`${root}/en/search?q=`);
    await reader.get(`${root}/en/search?q=heffalump`, { 'user-agent': 'Googlebot/2.1' });
    expect(await openQuestions()).toHaveLength(1);
  });

  it('takes no more of the words than fits, and none is no search', async () => {
    await published();
    const found = await page(`${root}/en/search?q=${'ü'.repeat(5000)}`);
    expect(found.values('input', 'value')).toEqual(['ü'.repeat(200)]);
    expect((await page(`${root}/en/search`)).text('main')).not.toContain('Nothing was found.');
    expect(await location(`${root}/search?q=a+b`)).toEqual([302, `${root}/en/search?q=a+b`]);
    for (const words of ['%00', '%F0%9F', '%ED%A0%80', '%', "'%22", '%25%5C', '%E2%80%AE']) {
      expect(await status(`${root}/en/search?q=${words}`), words).toBe(200);
    }
  });
});

const openQuestions = async () => {
  const [result] = await bed.store.run({ role: 'app', workspaceId: desk.workspace.id }, [
    { text: 'select text, asked from open_questions', values: [] },
  ]);
  return result?.rows;
};

describe('the sitemap of a help centre', () => {
  it('has every page that search engines may show', async () => {
    const { id } = await desk.category('Billing');
    const { updatedAt } = await published({ categoryId: id });
    await published({ title: 'Zahlen', locale: 'de' });
    const answer = await reader.get(`${root}/sitemap.xml`);
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const xml = await answer.text();
    expect(XMLValidator.validate(xml)).toBe(true);
    const { urlset } = new XMLParser({ ignoreAttributes: false }).parse(xml);
    expect(urlset['@_xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    const base = `${site}${root}`;
    expect(urlset.url).toEqual([
      { loc: `${base}/de` },
      { loc: `${base}/en` },
      { loc: `${base}/en/categories/${id}` },
      { loc: `${base}/de/categories/other` },
      { loc: `${base}/de/articles/zahlen`, lastmod: updatedAt },
      { loc: `${base}/en/articles/how-do-i-pay`, lastmod: updatedAt },
    ]);
    for (const { loc } of urlset.url) expect(await status(new URL(loc).pathname), loc).toBe(200);
  });
});

describe('every page of a help centre', () => {
  it('may run nothing and is kept for a minute, until it changes', async () => {
    const { id, slug } = await published();
    for (const path of [root, `${root}/en`, `${root}/en/categories/other`, `${root}/en/articles/${slug}`]) {
      const answer = await reader.get(path);
      expect(answer.headers.get('content-security-policy'), path).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'$/,
      );
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
      const known = { 'if-none-match': `W/"x", W/${answer.headers.get('etag')}` };
      const again = await reader.get(path, known);
      expect([again.status, await again.text()], path).toEqual([304, '']);
      expect(again.headers.get('content-security-policy')).toContain('default-src');
    }
    const etag = (await reader.get(`${root}/en/articles/${slug}`)).headers.get('etag') ?? '';
    await desk.update(id, { content: 'By card only.' });
    expect(await status(`${root}/en/articles/${slug}`, { 'if-none-match': etag })).toBe(200);
  });

  it('has the words of a language that the pages do not speak in English, marked as such', async () => {
    await published({ title: 'Zaplatit', locale: 'cs' });
    const home = await page(`${root}/cs`);
    expect(home.all('html').map(html => attributeOf(html, 'lang'))).toEqual(['cs']);
    expect(home.all('h2').map(heading => textOf(heading))).toEqual(['Topics', 'Read most']);
    expect(home.all('span', 'lang', 'en').map(textOf)).toContain('Topics');
  });

  it('links to where the host says that it is, also below a path', async () => {
    await published();
    publicUrl = 'https://shop.example/base/';
    const article = await page(`${root}/en/articles/how-do-i-pay`);
    expect(article.link('canonical')).toMatchObject([
      { href: `https://shop.example/base${root}/en/articles/how-do-i-pay` },
    ]);
    expect(article.values('form', 'action')).toEqual([
      `/base${root}/en/search`,
      `/base${root}/en/articles/how-do-i-pay/vote`,
    ]);
    const { urlset } = new XMLParser().parse(await (await reader.get(`${root}/sitemap.xml`)).text());
    expect(urlset.url[0].loc).toBe(`https://shop.example/base${root}/en`);
  });
});
