import { type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keeper } from './support/keeper.ts';
import { KnowledgeDesk } from './support/knowledge-desk.ts';
import { knowledgePlugins } from './support/plugins.ts';

const tables = [
  ...['knowledge_articles', 'knowledge_slugs', 'knowledge_revisions', 'knowledge_readers', 'knowledge_votes'],
  ...['knowledge_categories', 'ai_configs', 'knowledge_sections', 'knowledge_terms', 'knowledge_words'],
  'open_questions',
];

const filled = {
  categories: [
    { name: 'Orders', order: 2 },
    { name: 'Billing', description: 'Money.', icon: '💶', color: '#0a7d4f', order: 1 },
  ],
  articles: [
    {
      title: 'How do I pay?',
      description: 'Ways.',
      content: 'By card.',
      category: 'billing',
      reviewStatus: 'published',
    },
    {
      ...{ title: 'Wie zahle ich?', description: 'Wege.', content: 'Mit Karte.', category: 'Billing', locale: 'de' },
      ...{ slug: 'zahlen', reviewStatus: 'in_review', seoKeywords: ['Geld'], metaDescription: 'Zahlen.' },
    },
    { title: 'How do I pay?', description: '', content: '' },
  ],
  ai: { enabled: true, mode: 'human_first', greetingOverride: 'Ask me anything.' },
};

describe('the knowledge base of a chatbot', () => {
  let bed: Testbed;
  let desk: KnowledgeDesk;

  beforeAll(async () => {
    bed = await testbed([...knowledgePlugins(), keeper()]);
  });
  afterAll(() => bed?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    desk = await KnowledgeDesk.open(bed.workspace());
  });

  const exported = async ({ workspace, chatbotId } = desk) =>
    (await workspace.call<{ snapshot: object }>('export_knowledge', { chatbotId })).snapshot;
  const restore = (snapshot: object, purpose: 'copy' | 'import' = 'copy', { workspace, chatbotId } = desk) =>
    workspace.call('import_knowledge', { chatbotId, snapshot, purpose });
  const refused = (snapshot: object) =>
    desk.workspace.refused('import_knowledge', { chatbotId: desk.chatbotId, snapshot, purpose: 'import' });
  const aiOf = ({ workspace, chatbotId } = desk) => workspace.call('get_ai_config', { chatbotId });
  const rows = async () => {
    const counts = tables.map(async table => {
      const sql = { text: `select * from ${table}`, values: [] };
      const [result] = await bed.store.run({ role: 'app', workspaceId: desk.workspace.id }, [sql]);
      return [table, result?.rows.length];
    });
    return Object.fromEntries(await Promise.all(counts)) as Record<string, number>;
  };

  it('starts empty, with its AI off', async () => {
    expect(await exported()).toEqual({
      categories: [],
      articles: [],
      ai: { enabled: false, mode: 'ai_first', greetingOverride: null },
    });
    expect(await aiOf()).toMatchObject({ provider: 'extractive' });
    expect(await rows()).toMatchObject({ ai_configs: 1, knowledge_articles: 0 });
  });

  it.each(['copy', 'import'] as const)('is restored for %s as its snapshot says', async purpose => {
    await restore(filled, purpose);
    const { data: categories } = await desk.categories();
    expect(categories).toMatchObject([
      { name: 'Billing', description: 'Money.', icon: '💶', color: '#0a7d4f', order: 1, articleCount: 2 },
      { name: 'Orders', order: 2, articleCount: 0 },
    ]);
    const { data: articles } = await desk.list();
    expect(articles.toReversed()).toMatchObject([
      { slug: 'how-do-i-pay', reviewStatus: 'published', categoryId: categories[0]?.id, revision: 1 },
      { slug: 'zahlen', locale: 'de', reviewStatus: 'in_review', seoKeywords: ['Geld'], metaDescription: 'Zahlen.' },
      { slug: 'how-do-i-pay-2', reviewStatus: 'draft', categoryId: null, locale: 'en', publishedAt: null },
    ]);
    expect(articles.at(-1)?.publishedAt).toEqual(expect.any(String));
    expect(await aiOf()).toMatchObject(filled.ai);
    expect((await rows()).knowledge_sections).toBe(1);
  });

  it('is the same when it is exported, imported and exported again', async () => {
    await restore(filled);
    const [first] = (await desk.list({ reviewStatus: 'published' })).data;
    await desk.update(first?.id ?? '', { slug: 'pay', content: 'By card or cash.' });
    const snapshot = await exported();
    const other = await KnowledgeDesk.open(bed.workspace());
    await restore(snapshot, 'import', other);
    expect(await exported(other)).toEqual(snapshot);
    expect(JSON.stringify(snapshot)).not.toMatch(/art_|cat_|bot_|T\d\d:/);
  });

  it('takes the slugs that are said before those that titles lead to', async () => {
    await restore({
      articles: [
        { title: 'Pay', description: '', content: '' },
        { ...filled.articles[2], slug: 'pay' },
      ],
    });
    expect((await desk.list()).data).toMatchObject([{ slug: 'pay' }, { slug: 'pay-2' }]);
  });

  it('is restored in part, the rest as it begins', async () => {
    await restore({ ai: { mode: 'ai_only' } });
    expect(await aiOf()).toMatchObject({ enabled: false, mode: 'ai_only', greetingOverride: null });
    const other = await KnowledgeDesk.open(desk.workspace);
    await restore({}, 'copy', other);
    expect(await exported(other)).toMatchObject({ articles: [], ai: { enabled: false, mode: 'ai_first' } });
  });

  it('is copied with the chatbot, without what came of it', async () => {
    await restore(filled);
    const [original] = (await desk.list({ reviewStatus: 'published' })).data;
    const articleId = original?.id ?? '';
    await desk.update(articleId, { slug: 'pay', content: 'By card or cash.' });
    for (const tool of ['view_article', 'vote_article', 'cite_article']) {
      const more = tool === 'cite_article' ? {} : { visitor: 'ada', ...(tool === 'vote_article' && { helpful: true }) };
      await desk.workspace.call(tool, { articleId, ...more });
    }
    const { chatbotId, workspace } = desk;
    const { id } = await workspace.call<{ id: string }>('duplicate_chatbot', { chatbotId });
    const copy = new KnowledgeDesk(workspace, id);
    expect(await exported(copy)).toEqual(await exported());
    const [copied] = (await copy.list({ reviewStatus: 'published' })).data;
    expect(await copy.read(copied?.id ?? '')).toMatchObject({
      ...{ slug: 'pay', content: 'By card or cash.', revision: 1 },
      metrics: { views: 0, uniqueViews: 0, helpful: 0, notHelpful: 0, citations: 0 },
    });
    await copy.update(copied?.id ?? '', { content: 'Only cash.' });
    expect(await desk.read(articleId)).toMatchObject({
      content: 'By card or cash.',
      metrics: { views: 1, citations: 1 },
    });
  });

  const [article] = filled.articles;
  it.each([
    [{ ai: 7 }, 'knowledge.ai'],
    [{ articles: 7 }, 'knowledge.articles'],
    [{ articles: [{ title: 'A', description: '' }] }, 'knowledge.articles.0.content'],
    [{ articles: [{ ...article, category: 'Elsewhere' }] }, 'knowledge.articles.0.category'],
    [{ articles: [{ ...article, category: undefined, content: ' ' }] }, 'knowledge.articles.0.content'],
    [
      { articles: ['a', 'b'].map(title => ({ title, description: '', content: '', slug: 'x' })) },
      'knowledge.articles.1.slug',
    ],
    [{ articles: [{ ...article, category: undefined, locale: '-' }] }, 'knowledge.articles.0.locale'],
    [{ categories: [{ name: 'A' }, { name: ' a' }] }, 'knowledge.categories.1.name'],
    [{ categories: [{ name: 'A', color: 'red' }] }, 'knowledge.categories.0.color'],
    [{ ai: { mode: 'off' } }, 'knowledge.ai.mode'],
  ])('is not restored from %j', async (snapshot, path) => {
    expect(await refused(snapshot)).toMatchObject({ error: 'invalid_argument', details: [{ path }] });
    expect(await rows()).toMatchObject({ knowledge_articles: 0, knowledge_categories: 0 });
  });

  it('goes with the chatbot, and nothing of it stays', async () => {
    await restore(filled);
    const other = await KnowledgeDesk.open(desk.workspace);
    await restore(filled, 'copy', other);
    const [own] = (await desk.list({ reviewStatus: 'published' })).data;
    const articleId = own?.id ?? '';
    await desk.update(articleId, { slug: 'pay', content: 'By card or cash.' });
    await desk.workspace.call('view_article', { articleId, visitor: 'ada' });
    await desk.workspace.call('vote_article', { articleId, visitor: 'ada', helpful: true });
    expect(await rows()).toMatchObject({ knowledge_revisions: 1, knowledge_readers: 1, knowledge_votes: 1 });
    for (const one of [desk, other]) await one.askedInVain(bed, 'Do you ship?');
    const left = await exported(other);
    expect(await desk.workspace.call('delete_chatbot', { chatbotId: desk.chatbotId })).toMatchObject({
      removed: { chatbots: 1, articles: 3, categories: 2 },
    });
    expect(await exported(other)).toEqual(left);
    expect(await rows()).toMatchObject({ open_questions: 1 });
    await desk.workspace.call('delete_chatbot', { chatbotId: other.chatbotId });
    expect(await rows()).toEqual(Object.fromEntries(tables.map(table => [table, 0])));
  });
});
