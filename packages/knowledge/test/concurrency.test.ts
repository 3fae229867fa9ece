import { engines, type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keeper } from './support/keeper.ts';
import { KnowledgeDesk } from './support/knowledge-desk.ts';
import { knowledgePlugins } from './support/plugins.ts';

describe.each(engines)('at once, on %s', engine => {
  let bed: Testbed;
  let desk: KnowledgeDesk;

  beforeAll(async () => {
    bed = await testbed([...knowledgePlugins(), keeper()], { engine });
  });
  afterAll(() => bed?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    desk = await KnowledgeDesk.open(bed.workspace());
  });

  it('articles of one title get an address each', async () => {
    const articles = await Promise.all(Array.from({ length: 6 }, () => desk.write({ reviewStatus: 'published' })));
    expect(new Set(articles.map(({ slug }) => slug)).size).toBe(6);
  });

  it('changes of an article are kept, each with a revision of its own', async () => {
    const { id } = await desk.write({ content: 'Text 0.', reviewStatus: 'published' });
    await Promise.all([1, 2, 3, 4].map(number => desk.update(id, { content: `Text ${number}.` })));
    const texts = await Promise.all([1, 2, 3, 4, 5].map(async revision => (await desk.read(id, { revision })).content));
    expect(texts.toSorted()).toEqual(['Text 0.', 'Text 1.', 'Text 2.', 'Text 3.', 'Text 4.']);
  });

  it('changes of different parts of an article are all there', async () => {
    const { id } = await desk.write();
    const changes = [{ title: 'Paying' }, { content: 'By card.' }, { seoKeywords: ['money'] }, { locale: 'de' }];
    await Promise.all(changes.map(change => desk.update(id, change)));
    expect(await desk.read(id)).toMatchObject(Object.assign({}, ...changes));
  });

  it('categories of one name are one, and a conflict', async () => {
    const twice = await Promise.allSettled([desk.category('Billing'), desk.category('billing')]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await desk.categories()).pagination.total).toBe(1);
  });

  it('visitors are counted right', async () => {
    const { id: articleId } = await desk.write();
    const visitors = ['ada', 'ada', 'bob', 'bob', 'cid'];
    await Promise.all([
      ...visitors.map(visitor => desk.workspace.call('view_article', { articleId, visitor })),
      ...visitors.map(visitor => desk.workspace.call('vote_article', { articleId, visitor, helpful: true })),
      desk.update(articleId, { content: 'Changed meanwhile.' }),
    ]);
    const { metrics, content } = await desk.read(articleId);
    expect(metrics).toEqual({ views: 5, uniqueViews: 3, helpful: 3, notHelpful: 0, citations: 0 });
    expect(content).toBe('Changed meanwhile.');
  });

  it('settings of the AI are all there', async () => {
    const { chatbotId, workspace } = desk;
    const changes = [{ enabled: true }, { mode: 'ai_only' }, { greetingOverride: 'Hi!' }];
    await Promise.all(changes.map(change => workspace.call('update_ai_config', { chatbotId, ...change })));
    expect(await workspace.call('get_ai_config', { chatbotId })).toMatchObject(Object.assign({}, ...changes));
  });
});
