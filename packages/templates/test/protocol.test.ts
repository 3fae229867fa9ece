import { parseGraph } from '@conferbot/flow-engine';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateCatalogue } from '../src/index.ts';
import { allPlugins } from './support/plugins.ts';

interface List<T = { readonly id: string; readonly name: string }> {
  readonly data: readonly T[];
}

interface Article {
  readonly title: string;
  readonly description: string;
  readonly content: string;
  readonly category: string;
  readonly seoKeywords: readonly string[];
  readonly metaDescription: string;
}

interface Knowledge {
  readonly categories: readonly { readonly name: string }[];
  readonly articles: readonly Article[];
  readonly ai: object;
}

const parts = templateCatalogue.templates.map(({ slug, name, aspects }) => ({
  slug,
  name,
  draft: parseGraph((aspects.flow as { readonly draft: unknown }).draft),
  preset: (aspects.widget as { readonly config: object }).config,
  knowledge: aspects.knowledge as Knowledge,
}));

describe('over MCP', () => {
  let bed: Testbed;
  let workspace: TestWorkspace;
  let listed: List['data'];
  beforeAll(async () => {
    bed = await testbed(allPlugins());
    workspace = bed.workspace();
    listed = (await workspace.call<List>('list_templates', { limit: 50 })).data;
  });
  afterAll(() => bed[Symbol.asyncDispose]());

  it('all templates are listed, with what is in them', () => {
    expect(listed).toMatchObject(
      parts.map(({ name, draft, knowledge }) => ({
        name,
        nodeCount: draft.nodes.length,
        articleCount: knowledge.articles.length,
      })),
    );
  });

  async function create(name: string, own: string): Promise<string> {
    const templateId = listed.find(template => template.name === name)?.id;
    const made = await workspace.call<{ id: string }>('create_from_template', { templateId, name: own });
    expect(made).toMatchObject({ name: own, published: false });
    return made.id;
  }

  it.each(parts)('$slug becomes a chatbot with its flow and its look', async ({ slug, name, draft, preset }) => {
    const chatbotId = await create(name, slug);
    const flow = await workspace.call('get_chatbot_flow', { chatbotId });
    expect({ nodes: flow.nodes, edges: flow.edges }).toEqual(draft);
    const { config, findings } = await workspace.call('get_widget_config', { chatbotId });
    expect(config).toMatchObject(preset);
    expect(findings).toEqual([]);
    await workspace.call('publish_flow_version', { chatbotId });
    expect(await workspace.call('get_chatbot', { chatbotId })).toMatchObject({ published: true });
  });

  it.each(parts)('$slug becomes a chatbot that knows its articles, and answers as it says', async subject => {
    const { slug, name, knowledge } = subject;
    const chatbotId = await create(name, slug);
    const { data: categories } = await workspace.call<List>('list_knowledge_categories', { chatbotId });
    expect(categories).toMatchObject(knowledge.categories);
    const categoryIds = new Map(categories.map(category => [category.name, category.id]));

    const { data } = await workspace.call<List<Article & { id: string }>>('list_knowledge_base', {
      chatbotId,
      reviewStatus: 'published',
      limit: 50,
    });
    const told = knowledge.articles.map(({ category, content: _content, ...about }) => ({
      ...about,
      categoryId: categoryIds.get(category),
      reviewStatus: 'published',
      publishedAt: expect.any(String),
    }));
    expect(data.toReversed()).toMatchObject(told);
    for (const { title, content } of knowledge.articles) {
      const { data: found } = await workspace.call<List<Article & { id: string }>>('list_knowledge_base', {
        chatbotId,
        search: title,
      });
      expect(found.map(article => article.title)).toContain(title);
      const articleId = found.find(article => article.title === title)?.id;
      const article = await workspace.call('get_knowledge_article', { chatbotId, articleId });
      expect(article).toMatchObject({ title, content });
    }
    expect(await workspace.call('get_ai_config', { chatbotId })).toMatchObject(knowledge.ai);
  });
});
