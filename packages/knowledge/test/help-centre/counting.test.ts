import { widgetAccess } from '@conferbot/conversations/contract';
import { definePlugin, provide } from '@conferbot/plugin';
import { type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KnowledgeDesk } from '../support/knowledge-desk.ts';
import { knowledgePlugins } from '../support/plugins.ts';
import { attributeOf, ParsedPage, textOf } from './parsed-page.ts';
import { Reader, site } from './reader.ts';

const start = Date.parse('2026-03-02T12:00:00.000Z');
const clock = { now: start };
let bed: Testbed;
let desk: KnowledgeDesk;
let articleId: string;
let path: string;
let addresses = 0;

beforeAll(async () => {
  const access = definePlugin({
    id: 'access',
    version: '1.0.0',
    provides: [provide(widgetAccess, () => ({ allows: async (_, origin) => origin !== 'https://stranger.example' }))],
  });
  bed = await testbed([...knowledgePlugins({ publicUrl: site }), access], { clock: () => clock.now });
});
afterAll(() => bed?.[Symbol.asyncDispose]());
beforeEach(async () => {
  clock.now = start;
  desk = await KnowledgeDesk.open(bed.workspace());
  ({ id: articleId } = await desk.write({ reviewStatus: 'published' }));
  path = `/help/${desk.chatbotId}/en/articles/how-do-i-pay`;
});

/** Somebody at an address of their own. */
const somebody = (headers: Record<string, string> = {}) =>
  new Reader(bed.runtime, `198.51.100.${++addresses}`, headers);
const metrics = async () => (await desk.read(articleId)).metrics;
const sameOrigin = { 'sec-fetch-site': 'same-origin' };

describe('the views of an article', () => {
  it('are its openings by people, and each reader once a day', async () => {
    const [ada, bob] = [somebody(), somebody()];
    for (const reader of [ada, ada, bob]) await reader.get(path);
    await ada.get(path, { 'if-none-match': (await ada.get(path)).headers.get('etag') ?? '' });
    expect(await metrics()).toMatchObject({ views: 5, uniqueViews: 2 });
    clock.now += 24 * 3_600_000;
    await ada.get(path);
    expect(await metrics()).toMatchObject({ views: 6, uniqueViews: 3 });
  });

  it('are none of machines, of browsers that get ready, and of requests without a page', async () => {
    const agents = [
      ...['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'curl/8.5.0', ''],
      ...[
        'Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0)',
        'python-requests/2.32',
        'Slackbot-LinkExpanding 1.0',
      ],
      ...['Mozilla/5.0 (compatible; YandexBot/3.0)', 'facebookexternalhit/1.1', 'Mozilla/5.0 Chrome-Lighthouse'],
    ];
    for (const agent of agents) expect((await somebody().get(path, { 'user-agent': agent })).status).toBe(200);
    await somebody().get(path, { 'sec-purpose': 'prefetch;prerender' });
    await somebody().get(path, {}, 'HEAD');
    expect(await metrics()).toMatchObject({ views: 0, uniqueViews: 0 });
  });

  it('are counted up to a limit for each address; the page is shown all the same', async () => {
    const reader = somebody();
    for (let count = 0; count < 125; count++) expect((await reader.get(path)).status).toBe(200);
    expect(await metrics()).toMatchObject({ views: 120 });
  });
});

describe('the question whether an article helped', () => {
  const vote = (reader: Reader, helpful: string, headers: Record<string, string> = sameOrigin) =>
    reader.post(`${path}/vote`, `helpful=${helpful}`, headers);

  it('is answered by a form, and the answer can be changed', async () => {
    const reader = somebody();
    const before = await ParsedPage.of(await reader.get(path));
    const [, form] = before.all('form');
    expect(form?.attrs).toMatchObject([
      {},
      {},
      { name: 'method', value: 'post' },
      { name: 'action', value: `${path}/vote` },
      {},
    ]);
    const buttons = before
      .all('button', 'name', 'helpful')
      .map(button => [attributeOf(button, 'value'), textOf(button)]);
    expect(buttons).toEqual([
      ['yes', 'Yes'],
      ['no', 'No'],
    ]);
    const answer = await vote(reader, 'yes');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?vote=yes#_vote`]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await metrics()).toMatchObject({ helpful: 1, notHelpful: 0 });
    const thanks = await reader.get(`${path}?vote=yes`);
    expect(thanks.headers.get('cache-control')).toBe('no-store');
    const page = await ParsedPage.of(thanks);
    expect(page.text('main')).toContain('Thank you.');
    expect(page.meta('robots')).toBe('noindex');
    expect(page.all('button', 'aria-pressed', 'true').map(textOf)).toEqual(['Yes']);
    await vote(reader, 'no');
    await vote(reader, 'no');
    expect(await metrics()).toMatchObject({ helpful: 0, notHelpful: 1 });
    await vote(somebody(), 'yes');
    expect(await metrics()).toMatchObject({ helpful: 1, notHelpful: 1 });
  });

  it('is asked in the visitor of the day, address and browser', async () => {
    const reader = somebody();
    await vote(reader, 'yes');
    await vote(reader, 'yes', { ...sameOrigin, 'user-agent': 'Mozilla/5.0 Safari/605' });
    clock.now += 24 * 3_600_000;
    await vote(reader, 'yes');
    expect(await metrics()).toMatchObject({ helpful: 3 });
  });

  it('takes no answer from another website', async () => {
    const headers = [
      { 'sec-fetch-site': 'cross-site', origin: site },
      { 'sec-fetch-site': 'same-site', origin: site },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ];
    for (const header of headers) {
      const answer = await vote(somebody(), 'yes', header as Record<string, string>);
      expect([answer.status, answer.headers.get('location')], JSON.stringify(header)).toEqual([403, null]);
    }
    expect(await metrics()).toMatchObject({ helpful: 0 });
    expect((await vote(somebody(), 'yes', { origin: site })).status).toBe(303);
    expect(await metrics()).toMatchObject({ helpful: 1 });
  });

  it('takes yes and no, and for published articles only', async () => {
    for (const body of ['maybe', '', 'YES', 'yes%00']) expect((await vote(somebody(), body)).status, body).toBe(404);
    expect((await somebody().post(`${path}/vote`, 'x'.repeat(900), sameOrigin)).status).toBe(404);
    await desk.update(articleId, { reviewStatus: 'draft' });
    expect((await vote(somebody(), 'yes')).status).toBe(404);
    expect(await metrics()).toMatchObject({ helpful: 0, notHelpful: 0 });
  });

  it('is asked so often, and then not for a while', async () => {
    const reader = somebody();
    for (let count = 0; count < 20; count++) expect((await vote(reader, 'yes')).status).toBe(303);
    const refused = await vote(reader, 'no');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    expect(await metrics()).toMatchObject({ helpful: 1, notHelpful: 0 });
    clock.now += 3_000;
    expect((await vote(reader, 'no')).status).toBe(303);
  });
});

describe('the articles in the widget', () => {
  const chat = (reader: Reader, rest: string, headers: Record<string, string> = {}) =>
    reader.get(`/api/v1/chat/${desk.chatbotId}/articles${rest}`, headers);
  const list = async (rest = '', headers: Record<string, string> = {}) =>
    ((await (await chat(somebody(), rest, headers)).json()) as { data: { title: string; slug: string }[] }).data;

  it('are those that most people read, and those that fit some words', async () => {
    await desk.write({ title: 'Returns', description: '', content: 'Send it back.', reviewStatus: 'published' });
    await somebody().get(`/help/${desk.chatbotId}/en/articles/returns`);
    expect(await list('?q=')).toEqual([
      { slug: 'returns', locale: 'en', title: 'Returns' },
      { slug: 'how-do-i-pay', locale: 'en', title: 'How do I pay?', description: 'The ways to pay.' },
    ]);
    expect(await list('?q=send+back')).toEqual([
      { slug: 'returns', locale: 'en', title: 'Returns', description: 'Send it back.' },
    ]);
    expect(await list('?q=heffalump')).toEqual([]);
    const [left] = await bed.store.run({ role: 'app', workspaceId: desk.workspace.id }, [
      { text: 'select 1 from open_questions', values: [] },
    ]);
    expect(left?.rows, 'what is searched while it is typed is no question').toEqual([]);
  });

  it('are Markdown, counted, and in the language of the widget, else of the browser', async () => {
    await desk.write({ title: 'Zahlen', slug: 'how-do-i-pay', locale: 'de', reviewStatus: 'published' });
    const german = { 'accept-language': 'de' };
    expect(await (await chat(somebody(), '/how-do-i-pay', { 'accept-language': 'en' })).json()).toEqual({
      slug: 'how-do-i-pay',
      locale: 'en',
      title: 'How do I pay?',
      description: 'The ways to pay.',
      content: '# Paying\n\nBy card or by bank transfer.',
    });
    expect(await metrics()).toMatchObject({ views: 1, uniqueViews: 1 });
    expect(await (await chat(somebody(), '/how-do-i-pay', german)).json()).toMatchObject({ title: 'Zahlen' });
    expect(await (await chat(somebody(), '/how-do-i-pay?lang=en', german)).json()).toMatchObject({ locale: 'en' });
    expect(await list('', german)).toMatchObject([{ title: 'Zahlen' }]);
    expect(await list('?lang=en-US', german)).toMatchObject([{ title: 'How do I pay?' }]);
    expect(await list('?lang=x_%00', german)).toMatchObject([{ title: 'Zahlen' }]);
  });

  it('are found under their former names', async () => {
    await desk.update(articleId, { slug: 'pay' });
    expect(await (await chat(somebody(), '/how-do-i-pay')).json()).toMatchObject({ slug: 'pay' });
  });

  it('are for scripts of every website that the owner of the widget lets show it', async () => {
    const answer = await chat(somebody(), '', { origin: 'https://shop.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    for (const rest of ['', '/how-do-i-pay']) {
      expect((await chat(somebody(), rest, { origin: 'https://stranger.example' })).status).toBe(403);
    }
    const preflight = new Request(`${site}/api/v1/chat/${desk.chatbotId}/articles/x/vote`, { method: 'OPTIONS' });
    expect((await somebody().fetch(preflight)).headers.get('access-control-allow-methods')).toBe('POST');
    expect((await somebody().get('/api/v1/chat/bot_x/articles')).status).toBe(404);
  });

  it('can be voted on', async () => {
    const vote = (reader: Reader, body: string, headers: Record<string, string> = {}) =>
      reader.post(`/api/v1/chat/${desk.chatbotId}/articles/how-do-i-pay/vote`, body, {
        'content-type': 'application/json',
        ...headers,
      });
    const reader = somebody();
    expect((await vote(reader, '{"helpful":true}')).status).toBe(204);
    expect(await metrics()).toMatchObject({ helpful: 1, notHelpful: 0 });
    expect((await vote(reader, '{"helpful":false}')).status).toBe(204);
    expect(await metrics()).toMatchObject({ helpful: 0, notHelpful: 1 });
    for (const body of ['', '{', '{"helpful":"yes"}', '[]', '{"helpful":true,"more":1}']) {
      expect((await vote(somebody(), body)).status, body).toBe(400);
    }
    expect((await vote(somebody(), '{"helpful":true}', { origin: 'https://stranger.example' })).status).toBe(403);
    await desk.update(articleId, { reviewStatus: 'draft' });
    expect((await vote(somebody(), '{"helpful":true}')).status).toBe(404);
    for (let count = 0; count < 18; count++) await vote(reader, '{}');
    const refused = await vote(reader, '{"helpful":true}');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    expect(await metrics()).toMatchObject({ helpful: 0, notHelpful: 1 });
  });
});
