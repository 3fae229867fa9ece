import { type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { slugPattern } from '../src/articles/slug.ts';
import { keeper } from './support/keeper.ts';
import { KnowledgeDesk } from './support/knowledge-desk.ts';
import { knowledgePlugins } from './support/plugins.ts';

const start = Date.parse('2026-03-02T23:00:00.000Z');
const clock = { now: start };
let bed: Testbed;
let desk: KnowledgeDesk;
let articleId: string;

beforeAll(async () => {
  bed = await testbed([...knowledgePlugins(), keeper()], { clock: () => clock.now });
});
afterAll(() => bed?.[Symbol.asyncDispose]());
beforeEach(async () => {
  clock.now = start;
  desk = await KnowledgeDesk.open(bed.workspace());
});

const find = async (slug: string, locale = 'en') => {
  const place = { chatbotId: desk.chatbotId, locale, slug };
  return (await desk.workspace.call<{ found: object | null }>('find_article', place)).found;
};

describe('the slug of an article', () => {
  it.each([
    ['How do I reset my password?', 'how-do-i-reset-my-password'],
    ['Größe & Straße', 'groesse-and-strasse'],
    ['Как вернуть товар', 'kak-vernut-tovar'],
    ['Crème brûlée', 'creme-brulee'],
    ['API v2.1: what’s new', 'api-v2-1-whats-new'],
    ['---', /^[0-9a-z]{8}$/],
    ['返品の方法', /^[0-9a-z]{8}$/],
    ['a'.repeat(150), /^a{71}$/],
    ['a word '.repeat(21), /^(a-word-){10}a$/],
  ])('is made of the title %s', async (title, slug) => {
    const written = await desk.write({ title });
    expect(written.slug).toMatch(slug);
    expect(written.slug).toMatch(slugPattern);
    expect(written.id.endsWith(written.slug)).toBe(title === '---' || title === '返品の方法');
  });

  it('is numbered when it is taken, and at last told apart by the id', async () => {
    const slugs: string[] = [];
    for (let count = 0; count < 11; count++) slugs.push((await desk.write()).slug);
    const numbers = Array.from({ length: 8 }, (_, index) => `how-do-i-pay-${index + 2}`);
    expect(slugs.slice(0, 9)).toEqual(['how-do-i-pay', ...numbers]);
    expect(slugs.slice(9).every(slug => /^how-do-i-pay-[0-9a-z]{8}$/.test(slug))).toBe(true);
    expect(new Set(slugs).size).toBe(11);
  });

  it('is free in another language and in another chatbot', async () => {
    await desk.write();
    expect(await desk.write({ locale: 'de' })).toMatchObject({ slug: 'how-do-i-pay' });
    expect(await (await KnowledgeDesk.open(desk.workspace)).write()).toMatchObject({ slug: 'how-do-i-pay' });
    expect(await (await KnowledgeDesk.open(bed.workspace())).write()).toMatchObject({ slug: 'how-do-i-pay' });
  });

  it('can be chosen, unless it leads elsewhere', async () => {
    const { id } = await desk.write({ slug: 'pay' });
    expect(await desk.refusedToWrite({ slug: 'pay' })).toMatchObject({
      error: 'conflict',
      message: expect.stringContaining(id),
      details: [{ path: 'slug' }],
    });
    const other = await desk.write();
    expect(await desk.refusedToUpdate(other.id, { slug: 'pay' })).toMatchObject({ error: 'conflict' });
    expect(await desk.update(other.id, { slug: 'paying' })).toMatchObject({ slug: 'paying' });
    expect(await desk.write({ title: 'Pay' })).toMatchObject({ slug: 'pay-2' });
  });

  it('follows the title of an article that was never published, and leaves nothing behind', async () => {
    const { id } = await desk.write();
    expect(await desk.update(id, { title: 'How can I pay?' })).toMatchObject({ slug: 'how-can-i-pay' });
    expect(await find('how-do-i-pay')).toBeNull();
    expect(await desk.write()).toMatchObject({ slug: 'how-do-i-pay' });
  });

  it('that was chosen does not follow the title', async () => {
    const { id } = await desk.write({ slug: 'pay' });
    expect(await desk.update(id, { title: 'How can I pay?' })).toMatchObject({ slug: 'pay' });
  });

  it('that fits the new title too stays', async () => {
    await desk.write();
    const { id, slug } = await desk.write();
    expect(slug).toBe('how-do-i-pay-2');
    expect(await desk.update(id, { title: 'How do I PAY?' })).toMatchObject({ slug });
  });

  it('stays when the title of an article changes that was published once', async () => {
    const { id } = await desk.write({ reviewStatus: 'published' });
    expect(await desk.update(id, { title: 'How can I pay?' })).toMatchObject({ slug: 'how-do-i-pay' });
    await desk.update(id, { reviewStatus: 'draft' });
    expect(await desk.update(id, { title: 'Ways to pay' })).toMatchObject({ slug: 'how-do-i-pay' });
  });

  it('that a published article had goes on leading to it, and to nobody else', async () => {
    const { id } = await desk.write({ reviewStatus: 'published' });
    await desk.update(id, { slug: 'pay' });
    await desk.update(id, { slug: 'paying' });
    for (const slug of ['how-do-i-pay', 'pay', 'paying']) {
      expect(await find(slug)).toMatchObject({ id, slug: 'paying', locale: 'en' });
    }
    expect(await desk.write()).toMatchObject({ slug: 'how-do-i-pay-2' });
    expect(await desk.refusedToWrite({ slug: 'pay' })).toMatchObject({ error: 'conflict' });
    expect(await desk.update(id, { slug: 'pay' })).toMatchObject({ slug: 'pay' });
    expect(await find('paying')).toMatchObject({ id, slug: 'pay' });
  });

  it('moves with the language, and the former address leads to the new one', async () => {
    const { id } = await desk.write({ reviewStatus: 'published' });
    expect(await desk.update(id, { locale: 'en-GB' })).toMatchObject({ slug: 'how-do-i-pay', locale: 'en-GB' });
    expect(await find('how-do-i-pay')).toMatchObject({ id, locale: 'en-GB' });
    const draft = await desk.write({ locale: 'de' });
    await desk.update(draft.id, { locale: 'en-GB' });
    expect(await find('how-do-i-pay', 'de')).toBeNull();
    expect(await desk.read(draft.id)).toMatchObject({ slug: 'how-do-i-pay-2', locale: 'en-GB' });
  });
});

const view = (visitor: string) => desk.workspace.call('view_article', { articleId, visitor });
const vote = (visitor: string, helpful: boolean) =>
  desk.workspace.call('vote_article', { articleId, visitor, helpful });
const metrics = async () => (await desk.read(articleId)).metrics;
const rowsOf = async (table: string) => {
  const [result] = await bed.store.run({ role: 'app', workspaceId: desk.workspace.id }, [
    { text: `select * from ${table}`, values: [] },
  ]);
  return result?.rows ?? [];
};

describe('what is counted of an article', () => {
  beforeEach(async () => {
    ({ id: articleId } = await desk.write({ reviewStatus: 'published' }));
  });

  it('is every view, and each reader once a day', async () => {
    for (const visitor of ['ada', 'ada', 'bob']) await view(visitor);
    expect(await metrics()).toMatchObject({ views: 3, uniqueViews: 2 });
    clock.now += 2 * 3_600_000;
    await view('ada');
    await view('ada');
    expect(await metrics()).toMatchObject({ views: 5, uniqueViews: 3 });
  });

  it('is the last word of each visitor', async () => {
    await vote('ada', true);
    await vote('ada', true);
    await vote('bob', false);
    expect(await metrics()).toMatchObject({ helpful: 1, notHelpful: 1 });
    clock.now += 48 * 3_600_000;
    await vote('ada', false);
    expect(await metrics()).toMatchObject({ helpful: 0, notHelpful: 2 });
    await vote('bob', true);
    expect(await metrics()).toMatchObject({ helpful: 1, notHelpful: 1 });
  });

  it('is every answer that names it', async () => {
    await desk.workspace.call('cite_article', { articleId });
    await desk.workspace.call('cite_article', { articleId });
    expect(await metrics()).toMatchObject({ citations: 2 });
  });

  it('is no change of the article', async () => {
    const { updatedAt, revision } = await desk.read(articleId);
    clock.now += 1000;
    await view('ada');
    await vote('ada', true);
    await desk.workspace.call('cite_article', { articleId });
    expect(await desk.read(articleId)).toMatchObject({ updatedAt, revision });
    const { data } = await desk.list();
    expect(data).toMatchObject([{ metrics: { views: 1, helpful: 1, notHelpful: 0 } }]);
  });

  it('keeps of readers no more than a hash, and of views no more than a day', async () => {
    await view('ada@example.com');
    await vote('ada@example.com', true);
    expect(JSON.stringify([await rowsOf('knowledge_readers'), await rowsOf('knowledge_votes')])).not.toContain('ada');
    clock.now += 24 * 3_600_000;
    await view('bob');
    expect(await rowsOf('knowledge_readers')).toHaveLength(1);
    const other = await desk.write({ reviewStatus: 'published' });
    await desk.workspace.call('vote_article', { articleId: other.id, visitor: 'ada@example.com', helpful: true });
    const voters = (await rowsOf('knowledge_votes')).map(({ voter }) => voter);
    expect(new Set(voters).size).toBe(2);
  });

  it('is nothing when the article is not there, or is of another workspace', async () => {
    const stranger = bed.workspace();
    for (const tool of ['view_article', 'cite_article', 'vote_article']) {
      const more = tool === 'cite_article' ? {} : { visitor: 'ada', ...(tool === 'vote_article' && { helpful: true }) };
      expect(await stranger.call(tool, { articleId, ...more })).toEqual({});
    }
    expect(await metrics()).toEqual({ views: 0, uniqueViews: 0, helpful: 0, notHelpful: 0, citations: 0 });
    const rows = await bed.store.run({ role: 'app', workspaceId: stranger.id }, [
      { text: 'select 1 from knowledge_readers union all select 1 from knowledge_votes', values: [] },
    ]);
    expect(rows[0]?.rows).toEqual([]);
  });
});

describe('the help centre', () => {
  const hasArticles = () => desk.workspace.call('ask_help_centre', { chatbotId: desk.chatbotId });

  it('has articles as long as one is published', async () => {
    const { id } = await desk.write({ reviewStatus: 'published' });
    expect(await hasArticles()).toEqual({ hasArticles: true });
    await desk.update(id, { reviewStatus: 'in_review' });
    expect(await hasArticles()).toEqual({ hasArticles: false });
  });
});
