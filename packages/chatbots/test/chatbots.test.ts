import { engines, type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chatbots } from '../src/index.ts';
import { mottoDomain } from './motto-domain.ts';

interface Chatbot {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface ChatbotPage {
  readonly data: readonly Chatbot[];
  readonly pagination: { readonly total: number; readonly hasNextPage: boolean; readonly nextCursor: string | null };
}

describe.each(engines)('on %s', engine => {
  const domain = mottoDomain();
  let now = Date.UTC(2026, 10, 22, 12);
  let bed: Testbed;
  let workspace: TestWorkspace;

  beforeAll(async () => {
    bed = await testbed([chatbots(), domain.plugin], { engine, clock: () => now });
  });
  afterAll(() => bed[Symbol.asyncDispose]());
  beforeEach(() => {
    workspace = bed.workspace();
  });

  const create = (name: string, more: object = {}) => workspace.call<Chatbot>('create_chatbot', { name, ...more });
  const list = (args: object = {}) => workspace.call<ChatbotPage>('list_chatbots', args);

  describe('creating a chatbot', () => {
    it('answers it as every other tool will, not yet live', async () => {
      const chatbot = await create('  Support  ', { description: 'Helps customers.' });
      expect(chatbot).toEqual({
        id: expect.stringMatching(/^bot_[0-9a-z]{26}$/),
        name: 'Support',
        description: 'Helps customers.',
        status: 'active',
        published: false,
        publishedVersionId: null,
        responseCount: 0,
        createdAt: new Date(now).toISOString(),
        updatedAt: new Date(now).toISOString(),
      });
      expect(await workspace.call('get_chatbot', { chatbotId: chatbot.id })).toEqual(chatbot);
    });

    it('allows the same name twice', async () => {
      const [a, b] = [await create('Support'), await create('Support')];
      expect(a.id).not.toBe(b.id);
    });

    it.each([
      ['an empty name', { name: '   ' }, 'name'],
      ['a name of 101 characters', { name: 'x'.repeat(101) }, 'name'],
      ['no name', {}, 'name'],
      ['a name that is no text', { name: 7 }, 'name'],
      ['an argument that does not exist', { name: 'x', colour: 'red' }, 'colour'],
      ['a name with NUL in it', { name: 'a\0b' }, 'U+0000'],
    ])('refuses %s and creates nothing', async (_what, args, named) => {
      const failure = await workspace.refused('create_chatbot', args);
      expect(failure).toMatchObject({ error: 'invalid_argument', message: expect.stringContaining(named) });
      expect((await list()).pagination.total).toBe(0);
    });

    it.each(['Ünïcode 🤖', '<script>alert(1)</script>', "'; drop table chatbots; --", '{{name}}', '\u202Eevil'])(
      'keeps %s as it is',
      async name => {
        const { id } = await create(name);
        expect(await workspace.call('get_chatbot', { chatbotId: id })).toMatchObject({ name });
      },
    );
  });

  describe('listing chatbots', () => {
    it('shows an empty workspace as an empty page', async () => {
      expect(await list()).toEqual({
        data: [],
        pagination: { page: 1, limit: 100, total: 0, totalPages: 0, hasNextPage: false, nextCursor: null },
      });
    });

    it('shows the newest first, each once, by page and by cursor', async () => {
      const made: string[] = [];
      for (let index = 0; index < 7; index++) {
        if (index % 2 === 0) now += 1000;
        made.unshift((await create(`Bot ${index}`)).id);
      }
      const byPage = [await list({ limit: 3 }), await list({ limit: 3, page: 2 }), await list({ limit: 3, page: 3 })];
      expect(byPage.flatMap(page => page.data.map(({ id }) => id))).toEqual(made);
      expect(byPage.map(page => page.pagination.hasNextPage)).toEqual([true, true, false]);

      const byCursor: ChatbotPage[] = [await list({ limit: 3 })];
      for (let next = byCursor[0]?.pagination.nextCursor; next; next = byCursor.at(-1)?.pagination.nextCursor) {
        byCursor.push(await list({ limit: 3, cursor: next }));
      }
      expect(byCursor.map(({ pagination }) => ({ ...pagination, nextCursor: null }))).toEqual(
        byPage.map(({ pagination }) => ({ ...pagination, nextCursor: null })),
      );
      expect(byCursor.flatMap(page => page.data.map(({ id }) => id))).toEqual(made);
    });

    it('stays where it was when something is created between two pages', async () => {
      for (let index = 0; index < 4; index++) await create(`Bot ${index}`);
      const first = await list({ limit: 2 });
      now += 1000;
      await create('Late');
      const second = await list({ limit: 2, cursor: first.pagination.nextCursor });
      const names = [...first.data, ...second.data].map(({ name }) => name);
      expect(new Set(names).size).toBe(4);
      expect(names).not.toContain('Late');
    });

    it('refuses a cursor that it never returned', async () => {
      const failure = await workspace.refused('list_chatbots', { cursor: 'bm90IGEgY3Vyc29y' });
      expect(failure).toMatchObject({ error: 'invalid_argument', fix: expect.stringContaining('nextCursor') });
    });
  });

  describe('updating a chatbot', () => {
    it('changes what is given and leaves the rest', async () => {
      const { id: chatbotId, createdAt } = await create('Support', { description: 'Helps.' });
      now += 1000;
      const updated = await workspace.call('update_chatbot', { chatbotId, disabled: true });
      expect(updated).toMatchObject({ name: 'Support', description: 'Helps.', status: 'disabled', createdAt });
      expect(updated).toMatchObject({ updatedAt: new Date(now).toISOString() });
      expect(
        await workspace.call('update_chatbot', { chatbotId, name: 'Help', description: '', disabled: false }),
      ).toMatchObject({ name: 'Help', description: '', status: 'active' });
    });

    it('asks for at least one change', async () => {
      const { id: chatbotId } = await create('Support');
      expect(await workspace.refused('update_chatbot', { chatbotId })).toMatchObject({
        error: 'invalid_argument',
        fix: expect.stringContaining('name, description and disabled'),
      });
    });
  });

  describe('duplicating a chatbot', () => {
    it('makes an enabled copy with a name of its own', async () => {
      const original = await create('Support', { description: 'Helps.' });
      await workspace.call('update_chatbot', { chatbotId: original.id, disabled: true });
      const copy = await workspace.call<Chatbot>('duplicate_chatbot', { chatbotId: original.id });
      expect(copy).toMatchObject({ name: 'Support (copy)', description: 'Helps.', status: 'active', published: false });
      expect(copy.id).not.toBe(original.id);
    });

    it.each([
      ['x'.repeat(100), `${'x'.repeat(93)} (copy)`],
      [`${'x'.repeat(92)}🤖${'y'.repeat(6)}`, `${'x'.repeat(92)} (copy)`],
    ])('keeps the name of the copy within 100 characters, whole characters all', async (name, expected) => {
      const { id: chatbotId } = await create(name);
      expect((await workspace.call<Chatbot>('duplicate_chatbot', { chatbotId })).name).toBe(expected);
    });
  });

  describe('deleting a chatbot', () => {
    it('removes it for good and says so', async () => {
      const { id: chatbotId } = await create('Support');
      expect(await workspace.call('delete_chatbot', { chatbotId })).toEqual({
        deleted: true,
        id: chatbotId,
        removed: { chatbots: 1, mottos: 1 },
      });
      const gone = await workspace.refused('get_chatbot', { chatbotId });
      expect(gone).toMatchObject({ error: 'not_found', fix: expect.stringContaining('list_chatbots') });
      expect(await workspace.refused('delete_chatbot', { chatbotId })).toEqual(gone);
    });
  });

  describe('an id', () => {
    it('of the wrong type is answered by naming what it is', async () => {
      const failure = await workspace.refused('get_chatbot', { chatbotId: 'whk_01h455vb4pex5vsknk084sn02q' });
      expect(failure).toMatchObject({
        error: 'invalid_argument',
        message: expect.stringContaining('the id of a webhook'),
      });
    });
  });

  describe('resources', () => {
    it('say what the tools of that name say', async () => {
      const { id: chatbotId } = await create('Support');
      expect(await workspace.read('conferbot://chatbots')).toEqual(await list());
      expect(await workspace.read(`conferbot://chatbot/${chatbotId}`)).toEqual(
        await workspace.call('get_chatbot', { chatbotId }),
      );
    });

    it('of another workspace are as missing as any', async () => {
      const { id } = await create('Support');
      const client = await bed.workspace().client();
      const [foreign, missing] = await Promise.allSettled([
        client.readResource({ uri: `conferbot://chatbot/${id}` }),
        client.readResource({ uri: 'conferbot://chatbot/bot_00000000000000000000000001' }),
      ]);
      const say = (result: PromiseSettledResult<unknown>) =>
        result.status === 'rejected' ? String(result.reason).replaceAll(/bot_\w{26}/g, 'ID') : 'found';
      expect(say(foreign)).toContain('Resource not found');
      expect(say(foreign)).toBe(say(missing));
    });

    it('complete a chatbot by the beginning of its id and by a part of its name', async () => {
      const [support, sales] = [await create('Support'), await create('Sales')];
      const client = await workspace.client();
      const complete = async (value: string) => {
        const ref = { type: 'ref/resource', uri: 'conferbot://chatbot/{chatbotId}' } as const;
        return (await client.complete({ ref, argument: { name: 'chatbotId', value } })).completion.values;
      };
      expect([...(await complete(''))].sort()).toEqual([support.id, sales.id].sort());
      expect(await complete('upp')).toEqual([support.id]);
      expect(await complete(sales.id.slice(0, -1))).toContain(sales.id);
      expect(await complete('nothing like it')).toEqual([]);
    });
  });

  it('offers no templates where the host gives none', async () => {
    for (const tool of ['list_templates', 'get_template_categories']) {
      expect(await workspace.call(tool)).toMatchObject({ data: [], pagination: { total: 0, totalPages: 0 } });
    }
  });

  describe('what another domain hangs on a chatbot', () => {
    const { store, mottos, deleted } = domain;
    beforeEach(async () => {
      await bed.relay.drain();
      mottos.clear();
      deleted.length = 0;
    });
    afterEach(() => {
      store.isClosed = false;
    });

    it('is created, copied and removed with it', async () => {
      const { id: chatbotId } = await create('Support');
      expect([...mottos.values()]).toEqual(['none yet']);
      const [uuid = ''] = mottos.keys();
      mottos.set(uuid, 'Always there');
      await workspace.call('duplicate_chatbot', { chatbotId });
      expect([...mottos.values()]).toEqual(['Always there', 'Always there']);
      expect(await workspace.call('delete_chatbot', { chatbotId })).toMatchObject({
        removed: { chatbots: 1, mottos: 1 },
      });
      expect(mottos.size).toBe(1);
      await bed.relay.drain();
      expect(deleted).toEqual([uuid]);
    });

    it('undoes the whole call when it fails', async () => {
      const { id: chatbotId } = await create('Support');
      store.isClosed = true;
      expect(await workspace.refused('delete_chatbot', { chatbotId })).toMatchObject({ error: 'unavailable' });
      expect(await workspace.call('get_chatbot', { chatbotId })).toMatchObject({ name: 'Support' });
      await bed.relay.drain();
      expect(deleted).toEqual([]);
    });
  });
});
