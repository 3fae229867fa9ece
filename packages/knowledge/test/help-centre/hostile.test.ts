import { type Testbed, testbed } from '@conferbot/testing';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnowledgeDesk } from '../support/knowledge-desk.ts';
import { knowledgePlugins } from '../support/plugins.ts';
import { ParsedPage } from './parsed-page.ts';
import { payloads } from './payloads.ts';
import { Reader, site } from './reader.ts';

const tags = new Set(
  (
    'html head meta title link script style body a header form label input button main nav p ol ul li h1 h2 h3 h4 h5 h6 ' +
    'section article div time span bdi svg circle mark footer ' +
    'blockquote hr pre code table thead tbody tr th td em strong s br img'
  ).split(' '),
);
const attributes = new Set(
  (
    'lang dir charset name content property rel href hreflang type class role method action for id maxlength value ' +
    'tabindex aria-labelledby aria-current aria-hidden aria-pressed datetime start title ' +
    'width height viewbox cx cy r fill src alt loading referrerpolicy'
  ).split(' '),
);

/** What in a page is not of it, or might run. */
function alive({ elements }: ParsedPage, root: string): string[] {
  return elements.flatMap(({ tagName, attrs }) => {
    const own = tags.has(tagName) ? [] : [`<${tagName}>`];
    const data =
      tagName !== 'script' || attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json');
    const found = attrs
      .filter(({ name, value }) => !attributes.has(name.toLowerCase()) || !leadsWell(tagName, name, value, root))
      .map(({ name, value }) => `<${tagName} ${name}="${value}">`);
    return [...own, ...(data ? [] : ['<script>']), ...found];
  });
}

function leadsWell(tag: string, name: string, value: string, root: string): boolean {
  if (name === 'src') return value.startsWith('https://');
  if (name !== 'href' && name !== 'action') return true;
  if (tag === 'link') return value === 'data:,' || value.startsWith(site);
  return /^(?:https?:\/\/(?!.*@)|mailto:|#)/.test(value) || value.startsWith(root);
}

describe('what authors and visitors write', () => {
  let bed: Testbed;
  let reader: Reader;
  let desk: KnowledgeDesk;
  let root: string;
  beforeAll(async () => {
    bed = await testbed(knowledgePlugins());
    reader = new Reader(bed.runtime);
    desk = await KnowledgeDesk.open(bed.workspace());
    root = `/help/${desk.chatbotId}`;
  });
  afterAll(() => bed?.[Symbol.asyncDispose]());

  const dead = async (path: string) => {
    const answer = await reader.get(path);
    expect(answer.status, path).toBe(200);
    const page = await ParsedPage.of(answer);
    expect(alive(page, root), path).toEqual([]);
    return page;
  };

  it('would be noticed if it ran', () => {
    const page = `<script>1</script><img src="https://x" onerror="1"><a href="javascript:1">a</a><iframe></iframe>`;
    expect(alive(new ParsedPage(page), '/help')).toEqual([
      '<script>',
      '<img onerror="1">',
      '<a href="javascript:1">',
      '<iframe>',
    ]);
  });

  it.each(payloads)('is no more than words: %j', async payload => {
    const line = payload.replaceAll('\n', ' ');
    await desk.workspace.call('update_chatbot', { chatbotId: desk.chatbotId, name: payload.slice(0, 60) });
    const category = await desk.category(`${payload.slice(0, 50)} ${payloads.indexOf(payload)}`, {
      description: payload,
      icon: payload.slice(0, 10),
    });
    const { title, slug } = await desk.write({
      title: payload.slice(0, 150),
      description: payload,
      content: `# Who?\n\nThis: ${line}\n\n# Why?\n\nSo: ${line}\n\n## A heading ${line}\n\n${payload}`,
      metaDescription: payload,
      seoKeywords: [payload.slice(0, 60)],
      categoryId: category.id,
      reviewStatus: 'published',
    });
    const shown = await dead(`${root}/en/articles/${slug}`);
    const visible = title.replaceAll('\u0001', '');
    expect(shown.text('h1')).toBe(visible);
    expect(shown.meta('og:title')).toContain(visible.slice(0, 20));
    expect(shown.structuredData.map(data => data['@type'])).toEqual(['Article', 'BreadcrumbList', 'FAQPage']);
    expect(shown.structuredData[0]).toMatchObject({ headline: title });
    expect(shown.all('form')).toHaveLength(2);
    await dead(`${root}/en/categories/${category.id}`);
    const words = payload.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    const found = await dead(`${root}/en/search?q=${encodeURIComponent(payload)}`);
    expect(found.values('input', 'value').map(value => value.replace(/\s+/g, ' '))).toEqual([words]);
  });

  it('is no more than words where much of it comes together', async () => {
    expect((await dead(root)).all('h3').length).toBeGreaterThan(payloads.length);
    const nothing = await dead(`${root}/en/search?q=${encodeURIComponent('"><qqqqq xqxqxq=zqzqzq>')}`);
    expect(nothing.text('main')).toContain('"><qqqqq xqxqxq=zqzqzq>');
    const sitemap = await reader.get(`${root}/sitemap.xml`);
    expect(XMLValidator.validate(await sitemap.text())).toBe(true);
    const list = await reader.get(`/api/v1/chat/${desk.chatbotId}/articles`);
    expect(list.headers.get('content-type')).toBe('application/json');
    expect(((await list.json()) as { data: object[] }).data).toHaveLength(20);
  });

  it('keeps the links and pictures that lead to the web', async () => {
    const content = `# Top

[ours](${site}/help) [theirs](https://example.com/a?b=c&d) [plain](http://example.com) [mail](mailto:a@example.com)
[up](#top) <https://example.org> ![cat](https://example.com/cat.png "A cat") [bad](javascript:x) ![dog](dog.png)

| a | b |
|:-|-:|
| 1 | ~~2~~ |`;
    await desk.write({ title: 'Links', content, reviewStatus: 'published' });
    const page = await dead(`${root}/en/articles/links`);
    const article = page.elements.slice(page.elements.findIndex(({ tagName }) => tagName === 'article'));
    const links = article
      .slice(
        0,
        article.findIndex(({ tagName }) => tagName === 'form'),
      )
      .filter(({ tagName }) => tagName === 'a')
      .map(({ attrs }) => attrs.map(({ value }) => value));
    expect(links).toEqual([
      [`${site}/help`],
      ['https://example.com/a?b=c&d', 'nofollow noopener'],
      ['http://example.com/', 'nofollow noopener'],
      ['mailto:a@example.com', 'nofollow noopener'],
      ['#top'],
      ['https://example.org/', 'nofollow noopener'],
    ]);
    expect(page.all('img').map(({ attrs }) => attrs.map(({ value }) => value))).toEqual([
      ['https://example.com/cat.png', 'cat', 'A cat', 'lazy', 'no-referrer'],
    ]);
    expect(page.text('article')).toContain('bad dog');
    expect(page.values('td', 'class')).toEqual(['left', 'right']);
    // Where the host does not say where it is, the page is where it was asked for.
    expect(page.link('canonical')).toMatchObject([{ href: `${site}${root}/en/articles/links` }]);
  });

  it('takes no longer the deeper it is', async () => {
    const deep = [
      '>'.repeat(20_000),
      '['.repeat(20_000),
      `${'- '.repeat(5_000)}x`,
      '*a '.repeat(20_000),
      '`'.repeat(30_000),
    ];
    for (const [index, content] of deep.entries()) {
      await desk.write({ title: `Deep ${index}`, content: `x\n\n${content}`, reviewStatus: 'published' });
      await dead(`${root}/en/articles/deep-${index}`);
    }
  });
});
