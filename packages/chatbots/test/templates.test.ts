import { contribute, definePlugin, Fault } from '@conferbot/plugin';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatbotAspect, chatbotAspect, templateId } from '../src/contract.ts';
import { chatbots } from '../src/index.ts';
import { templateUuid } from '../src/templates/template-uuid.ts';
import { catalogue, template } from './templates-catalogue.ts';

interface List<T = Record<string, unknown>> {
  readonly data: readonly T[];
  readonly pagination: { readonly total: number; readonly totalPages: number; readonly nextCursor: string | null };
}

const idOf = (slug: string) => templateId.encode(templateUuid(slug));

/** A domain that notes what is done with each chatbot, and takes no part that says `bad`. */
function noting(name: string) {
  const notes: unknown[] = [];
  const aspect: ChatbotAspect = {
    name,
    create: async () => void notes.push('created'),
    async restore(_ctx, _id, snapshot, purpose) {
      if (snapshot === 'bad') throw new Fault('invalid_argument', 'This does not fit.');
      notes.push([snapshot, purpose]);
    },
    remove: async () => ({}),
  };
  const plugin = definePlugin({ id: name, version: '1.0.0', contributes: [contribute(chatbotAspect, aspect)] });
  return { plugin, notes };
}

describe('templates', () => {
  const motto = noting('motto');
  const other = noting('other');
  let bed: Testbed;
  let workspace: TestWorkspace;
  beforeAll(async () => {
    bed = await testbed([chatbots({ templates: catalogue }), motto.plugin, other.plugin]);
    workspace = bed.workspace();
  });
  afterAll(() => bed[Symbol.asyncDispose]());

  const list = (args: object = {}) => workspace.call<List<{ id: string; name: string }>>('list_templates', args);
  const names = async (args: object) => (await list(args)).data.map(({ name }) => name);

  it('keep their ids for ever', () => {
    expect(idOf('help-desk')).toBe('tpl_7y3vqmaf0dhb2t9jp640wjkvnw');
    expect(templateUuid('help-desk')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are listed in the order of the catalogue, with what is in them', async () => {
    const { data, pagination } = await list();
    expect(data[0]).toEqual({
      id: idOf('help-desk'),
      name: 'A help-desk',
      category: 'support',
      description: 'A help-desk for shops.',
      goal: 'A happy visitor.',
      nodeCount: 2,
      articleCount: 1,
    });
    expect(data.map(({ name }) => name)).toEqual(['A help-desk', 'A survey', 'A tracker', 'A broken']);
    expect(data[1]).toMatchObject({ nodeCount: 0, articleCount: 0 });
    expect(pagination).toMatchObject({ page: 1, limit: 20, total: 4, totalPages: 1, hasNextPage: false });
  });

  it('are the same in every workspace', async () => {
    expect(await bed.workspace().call('list_templates')).toEqual(await list());
  });

  it.each(['support', 'Customer support', 'SUPPORT'])('are listed by category: %s', async category => {
    expect(await names({ category })).toEqual(['A help-desk', 'A tracker']);
  });

  it('are none in a category without any, and refused in one that there is not', async () => {
    expect(await list({ category: 'events' })).toMatchObject({ data: [], pagination: { total: 0 } });
    const refusal = await workspace.refused('list_templates', { category: 'sales' });
    expect(refusal).toMatchObject({ error: 'invalid_argument', details: [{ path: 'category' }] });
    expect(refusal.fix).toContain('support, surveys, events');
    expect(refusal.fix).toContain('get_template_categories');
  });

  it('are paged by number and by cursor alike', async () => {
    expect(await names({ limit: 2, page: 2 })).toEqual(['A tracker', 'A broken']);
    const { pagination } = await list({ limit: 2 });
    expect(pagination).toMatchObject({ total: 4, totalPages: 2, hasNextPage: true });
    const second = await list({ limit: 2, cursor: pagination.nextCursor });
    expect(second).toEqual(await list({ limit: 2, page: 2 }));
    expect(second.pagination.nextCursor).toBeNull();
  });

  it('refuse a cursor that is not of their list', async () => {
    const { pagination } = await workspace.call<List>('get_template_categories', { limit: 1 });
    const refusal = await workspace.refused('list_templates', { cursor: pagination.nextCursor });
    expect(refusal).toMatchObject({ error: 'invalid_argument', details: [{ path: 'cursor' }] });
  });

  it('are counted by category', async () => {
    const { data, pagination } = await workspace.call<List>('get_template_categories');
    expect(data).toEqual([
      { id: 'support', name: 'Customer support', count: 2 },
      { id: 'surveys', name: 'Surveys & feedback', count: 2 },
      { id: 'events', name: 'Events', count: 0 },
    ]);
    expect(pagination).toMatchObject({ page: 1, total: 3, hasNextPage: false });
  });

  it('become chatbots that are not live; each aspect gets its part as of a copy, or starts afresh', async () => {
    motto.notes.length = 0;
    other.notes.length = 0;
    const made = await workspace.call('create_from_template', { templateId: idOf('help-desk'), name: 'Desk' });
    expect(made).toMatchObject({ name: 'Desk', description: 'A help-desk for shops.', status: 'active' });
    expect(made).toMatchObject({ published: false, publishedVersionId: null, responseCount: 0 });
    expect(await workspace.call('get_chatbot', { chatbotId: made.id })).toEqual(made);
    expect([motto.notes, other.notes]).toEqual([[[{ text: 'Always there' }, 'copy']], ['created']]);
  });

  it('give their name where there is no other', async () => {
    expect(await workspace.call('create_from_template', { templateId: idOf('survey') })).toMatchObject({
      name: 'A survey',
    });
  });

  it('whose part is refused leave no chatbot behind', async () => {
    const before = await workspace.call('list_chatbots');
    const refusal = await workspace.refused('create_from_template', { templateId: idOf('broken') });
    expect(refusal).toMatchObject({ error: 'invalid_argument', message: 'This does not fit.' });
    expect(await workspace.call('list_chatbots')).toEqual(before);
  });

  it('that there are not are answered by the tool that lists them', async () => {
    const refusal = await workspace.refused('create_from_template', { templateId: idOf('gone'), name: 'Desk' });
    expect(refusal).toMatchObject({ error: 'not_found' });
    expect(refusal.message).toContain(idOf('gone'));
    expect(refusal.fix).toContain('list_templates');
    const wrong = await workspace.refused('create_from_template', { templateId: idOf('survey').replace('tpl', 'bot') });
    expect(wrong).toMatchObject({ error: 'invalid_argument', details: [{ path: 'templateId' }] });
  });
});

describe('a catalogue', () => {
  const [category = { id: '', name: '' }] = catalogue.categories;
  const compose = (...slugs: string[]) =>
    chatbots({ templates: { categories: [category], templates: slugs.map(slug => template(slug, 'support')) } });

  it('with two templates of one slug, or one in no category, is refused when it is composed', () => {
    expect(() => compose('a', 'b')).not.toThrow();
    expect(() => compose('a', 'a')).toThrow(/same slug/);
    const templates = [template('lost', 'nowhere')];
    expect(() => chatbots({ templates: { categories: [category], templates } })).toThrow(/"lost" is in no category/);
  });
});
