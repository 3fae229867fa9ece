import { contribute, definePlugin, Fault, on } from '@conferbot/plugin';
import { compose, createRuntime } from '@conferbot/runtime';
import {
  ExportClient,
  type ExportDocument,
  engines,
  RouteClient,
  type Testbed,
  type TestWorkspace,
  testbed,
  withoutTime,
} from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatbotAspect, chatbotAspect, chatbotCreated, chatbotId } from '../src/contract.ts';
import { chatbots } from '../src/index.ts';

/** A domain that hangs one value on each chatbot, kept in memory. */
function domain(name: string, standard: unknown) {
  const values = new Map<string, unknown>();
  const purposes: string[] = [];
  const aspect: ChatbotAspect = {
    name,
    create: async (_ctx, id) => void values.set(id, standard),
    snapshot: async (_ctx, id) => values.get(id),
    async restore(_ctx, id, snapshot, purpose) {
      if (typeof snapshot !== 'string') {
        const details = [{ path: name, message: 'Expected a text.' }];
        throw new Fault('invalid_argument', 'This is no text.', { details });
      }
      purposes.push(purpose);
      values.set(id, snapshot);
    },
    remove: async (_ctx, id) => ({ [name]: values.delete(id) ? 1 : 0 }),
  };
  return {
    values,
    purposes,
    plugin: definePlugin({ id: name, version: '1.0.0', contributes: [contribute(chatbotAspect, aspect)] }),
  };
}

interface Export {
  readonly document: ExportDocument;
  readonly parts: readonly { readonly name: string; readonly bytes: number; readonly included: boolean }[];
  readonly truncated?: boolean;
  readonly next?: string;
}

const head = { schemaVersion: 1, chatbot: { name: 'Imported' } };

describe.each(engines)('the document of a chatbot on %s', engine => {
  const motto = domain('motto', 'none yet');
  const colours = domain('colours', 'grey');
  const created: string[] = [];
  const listener = definePlugin({
    id: 'listener',
    version: '1.0.0',
    subscriptions: [on(chatbotCreated, 'note', async ({ payload }) => void created.push(payload.chatbotId))],
  });
  let bed: Testbed;
  let workspace: TestWorkspace;
  let client: ExportClient;

  beforeAll(async () => {
    bed = await testbed([chatbots(), motto.plugin, colours.plugin, listener], { engine });
  });
  afterAll(() => bed?.[Symbol.asyncDispose]());
  beforeEach(() => {
    workspace = bed.workspace();
    client = new ExportClient(bed.runtime, workspace);
  });

  const create = async (more: object = {}) => {
    const { id } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support', ...more });
    return id;
  };
  const uuid = (id: string) => chatbotId.decode(id) ?? '';
  const tool = (id: string, more: object = {}) => workspace.call<Export>('export_chatbot', { chatbotId: id, ...more });
  const count = async () => {
    const { pagination } = await workspace.call<{ pagination: { total: number } }>('list_chatbots');
    return pagination.total;
  };

  describe('exporting', () => {
    it('says what the chatbot is, and each part under its name', async () => {
      const id = await create({ description: 'Helps.' });
      expect(await client.export(id)).toEqual({
        schemaVersion: 1,
        exportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/),
        chatbot: { name: 'Support', description: 'Helps.', status: 'active' },
        motto: 'none yet',
        colours: 'grey',
      });
    });

    it('is the same by the tool, with a list of its parts', async () => {
      const id = await create();
      const { document, ...rest } = await tool(id);
      expect(withoutTime(document)).toEqual(withoutTime(await client.export(id)));
      expect(rest).toEqual({
        parts: [
          { name: 'motto', bytes: 10, included: true },
          { name: 'colours', bytes: 6, included: true },
        ],
      });
    });

    it('holds no id', async () => {
      const id = await create();
      expect(JSON.stringify(await client.export(id))).not.toMatch(new RegExp(`${id}|${uuid(id)}`));
    });

    it('is cut between parts where it is too long for an answer, and says how to go on', async () => {
      const id = await create();
      motto.values.set(uuid(id), 'm'.repeat(35_000));
      colours.values.set(uuid(id), 'c'.repeat(35_000));
      const { document, parts, truncated, next } = await tool(id);
      expect([document.motto, document.colours]).toEqual(['m'.repeat(35_000), undefined]);
      expect(parts.map(({ name, included }) => [name, included])).toEqual([
        ['motto', true],
        ['colours', false],
      ]);
      expect(truncated).toBe(true);
      expect(next).toContain('Call export_chatbot again with part "colours".');
      expect(next).toContain(`GET /api/v1/external/v1/chatbots/${id}/export`);
      const rest = await tool(id, { part: 'colours' });
      expect([rest.document.motto, rest.document.colours]).toEqual([undefined, 'c'.repeat(35_000)]);
      const whole = await client.export(id);
      expect([whole.motto, whole.colours]).toEqual([document.motto, rest.document.colours]);
    });

    it('leaves a part off that no answer can hold, and keeps the others', async () => {
      const id = await create();
      motto.values.set(uuid(id), 'm'.repeat(200_000));
      for (const answer of [await tool(id), await tool(id, { part: 'motto' })]) {
        expect(JSON.stringify(answer).length).toBeLessThan(2_000);
        expect(answer).toMatchObject({ truncated: true, next: expect.stringContaining(`/chatbots/${id}/export`) });
        expect(answer.next).not.toContain('part "motto"');
      }
      expect((await tool(id)).document.colours).toBe('grey');
      expect((await client.export(id)).motto).toHaveLength(200_000);
    });

    it('names the parts there are where one is asked for that is not there', async () => {
      const id = await create();
      expect(await workspace.refused('export_chatbot', { chatbotId: id, part: 'toString' })).toMatchObject({
        error: 'invalid_argument',
        fix: 'Its parts are: motto, colours.',
        details: [{ path: 'part' }],
      });
    });

    it('answers 404 for a chatbot of another workspace, and 400 for what is no id', async () => {
      const id = await create();
      const stranger = new RouteClient(bed.runtime, bed.workspace());
      const statusOf = async (path: string) => (await stranger.fetch('GET', `/api/v1/external/v1${path}`)).status;
      expect(await statusOf(`/chatbots/${id}/export`)).toBe(404);
      expect(await statusOf('/chatbots/7/export')).toBe(400);
    });
  });

  describe('importing', () => {
    it.each([
      ['that is bare', {}],
      ['with a description', { description: 'Ünïcode, "quotes" & 🙂' }],
    ])('makes an equal chatbot of one %s', async (_what, more) => {
      const document = await client.export(await create(more));
      const imported = await client.import(document);
      expect(imported).toEqual(await workspace.call('get_chatbot', { chatbotId: imported.id }));
      expect(withoutTime(await client.export(imported.id))).toEqual(withoutTime(document));
    });

    it('keeps a chatbot disabled', async () => {
      const id = await create();
      await workspace.call('update_chatbot', { chatbotId: id, disabled: true });
      const imported = await client.import(await client.export(id));
      expect(imported).toMatchObject({ status: 'disabled', published: false });
      expect((await client.export(imported.id)).chatbot.status).toBe('disabled');
    });

    it('gives each part to its domain, and makes what the document does not say as in a new chatbot', async () => {
      motto.purposes.length = 0;
      const { id } = await client.import({ ...head, motto: 'Always there' });
      expect(motto.purposes).toEqual(['import']);
      expect(await client.export(id)).toMatchObject({
        chatbot: { name: 'Imported', description: '', status: 'active' },
        motto: 'Always there',
        colours: 'grey',
      });
    });

    it('takes a document from another workspace', async () => {
      const document = await client.export(await create());
      const stranger = bed.workspace();
      const there = new ExportClient(bed.runtime, stranger);
      const { id } = await there.import(document);
      expect(withoutTime(await there.export(id))).toEqual(withoutTime(document));
      expect(await workspace.refused('get_chatbot', { chatbotId: id })).toMatchObject({ error: 'not_found' });
    });

    it('makes two chatbots of two imports, and announces each', async () => {
      const document = await client.export(await create());
      await bed.relay.drain();
      created.length = 0;
      const [one, two] = [await client.import(document), await client.import(document)];
      expect(one.id).not.toBe(two.id);
      expect(await count()).toBe(3);
      await bed.relay.drain();
      expect(created).toEqual([uuid(one.id), uuid(two.id)]);
    });

    it('takes an answer of the tool, unless it was cut', async () => {
      const id = await create();
      expect(await client.import(await tool(id))).toMatchObject({ name: 'Support' });
      motto.values.set(uuid(id), 'm'.repeat(70_000));
      expect(await client.refused(await tool(id))).toMatchObject({
        status: 400,
        fix: expect.stringContaining('/export'),
        details: [{ path: 'truncated' }],
      });
      expect(await count()).toBe(2);
    });

    it('needs the scope write', async () => {
      const reader = bed.workspace({ scopes: ['read'] });
      expect(await new ExportClient(bed.runtime, reader).refused(head)).toMatchObject({ status: 403 });
    });

    it('takes bodies of several MiB', () => {
      const route = bed.composition.routes.find(({ path }) => path.endsWith('/chatbots/import'));
      expect(route?.maxBodyBytes).toBe(8 * 1_048_576);
    });
  });

  describe('a part that no domain here knows', () => {
    const future = { future: { list: [1, 'two', null, { three: [] }] }, minor_key: 'x', nothing: null };

    it('is kept over two rounds, and by the tool', async () => {
      const first = await client.import({ ...head, ...future });
      const exported = await client.export(first.id);
      expect(exported).toMatchObject(future);
      const second = await client.import(exported);
      expect(withoutTime(await client.export(second.id))).toEqual(withoutTime(exported));
      expect((await tool(second.id, { part: 'future' })).document.future).toEqual(future.future);
    });

    it('goes with the chatbot, and into no copy', async () => {
      const { id } = await client.import({ ...head, ...future });
      const copy = await workspace.call<{ id: string }>('duplicate_chatbot', { chatbotId: id });
      expect(await client.export(copy.id)).not.toHaveProperty('future');
      await workspace.call('delete_chatbot', { chatbotId: id });
      const rows = { text: 'select kept_parts from chatbots where kept_parts is not null', values: [] };
      const [result] = await bed.store.run({ role: 'app', workspaceId: workspace.id }, [rows]);
      expect(result?.rows).toEqual([]);
    });

    it('gives way to a domain that knows it by now', async () => {
      const { id } = await client.import({ ...head, future: 'kept' });
      const aspect = { name: 'future', snapshot: async () => 'known', remove: async () => ({}) };
      const knowing = definePlugin({ id: 'later', version: '1.0.0', contributes: [contribute(chatbotAspect, aspect)] });
      const { store, serverInfo, instructions, logger, secret } = bed.runtime;
      const composition = compose([chatbots(), knowing]);
      const later = createRuntime({ composition, store, serverInfo, instructions, logger, secret });
      const there = new ExportClient(later, workspace);
      const imported = await there.import(await client.export(id));
      expect(await there.export(imported.id)).toMatchObject({ future: 'known', motto: 'none yet' });
    });

    it('is refused where it is too large to keep', async () => {
      expect(await client.refused({ ...head, future: 'x'.repeat(1_048_576) })).toMatchObject({
        status: 403,
        error: 'Limit Exceeded',
        details: [{ path: 'future' }],
      });
      expect(await count()).toBe(0);
      expect(await client.import({ ...head, future: 'x'.repeat(1_000_000) })).toMatchObject({ name: 'Imported' });
    });
  });

  describe('refusing', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

    it.each<[string, unknown, string]>([
      ['no JSON', '{"schemaVersion": 1,', ''],
      ['nothing', '', ''],
      ['a list', [head], ''],
      ['null', 'null', ''],
      ['no schema version', { chatbot: { name: 'x' } }, 'schemaVersion'],
      ['a schema version that is a text', { ...head, schemaVersion: '1' }, 'schemaVersion'],
      ['a schema version of none', { ...head, schemaVersion: 0 }, 'schemaVersion'],
      ['no chatbot', { schemaVersion: 1 }, 'chatbot'],
      ['a chatbot that is a text', { schemaVersion: 1, chatbot: 'x' }, 'chatbot'],
      ['a name that is a number', { schemaVersion: 1, chatbot: { name: 7 } }, 'chatbot.name'],
      ['a name that is too long', { schemaVersion: 1, chatbot: { name: 'x'.repeat(101) } }, 'chatbot.name'],
      [
        'a description that is a list',
        { schemaVersion: 1, chatbot: { name: 'x', description: [] } },
        'chatbot.description',
      ],
      ['a status that is not one', { schemaVersion: 1, chatbot: { name: 'x', status: 'gone' } }, 'chatbot.status'],
      ['a setting that no chatbot has', { schemaVersion: 1, chatbot: { name: 'x', owner: 'me' } }, 'chatbot'],
      ['a time that is none', { ...head, exportedAt: 'yesterday' }, 'exportedAt'],
      ['a part of the wrong type', { ...head, motto: { $ne: 1 } }, 'motto'],
      ['a part after a good one', { ...head, motto: 'Good', colours: null }, 'colours'],
      ['a prototype', '{"schemaVersion":1,"chatbot":{"name":"x"},"__proto__":{"motto":"x"}}', '__proto__'],
      ['a prototype in the chatbot', '{"schemaVersion":1,"chatbot":{"name":"x","__proto__":{}}}', 'chatbot.__proto__'],
      ['a prototype in a part', '{"schemaVersion":1,"chatbot":{"name":"x"},"a":[{"__proto__":1}]}', 'a.0.__proto__'],
      ['a part with an odd name', { ...head, 'a b': 1 }, 'a b'],
      ['a part without a name', { ...head, '': 1 }, ''],
    ])('%s writes nothing', async (_what, document, path) => {
      expect(await client.refused(document)).toMatchObject({ status: 400, error: 'Bad Request', details: [{ path }] });
      expect(await count()).toBe(0);
    });

    it.each([64, 100_000])('%i levels writes nothing', async levels => {
      const body = `{"schemaVersion":1,"chatbot":{"name":"x"},"deep":${nested(levels)}}`;
      expect(await client.refused(body)).toMatchObject({ status: 400, message: expect.stringContaining('64 levels') });
      expect(await count()).toBe(0);
    });

    it('text that cannot be stored writes nothing', async () => {
      expect(await client.refused({ ...head, deep: { text: '\0' } })).toMatchObject({ status: 400 });
      expect(await client.refused({ schemaVersion: 1, chatbot: { name: 'a\0b' } })).toMatchObject({ status: 400 });
      expect(await count()).toBe(0);
    });

    it('a newer schema version names both, whatever else is in the document', async () => {
      expect(await client.refused({ schemaVersion: 2, bot: 'of a form that is not known yet' })).toMatchObject({
        status: 400,
        message: 'The document has schema version 2; this server reads versions up to 1.',
        details: [{ path: 'schemaVersion' }],
      });
      expect(await count()).toBe(0);
    });

    it('announces nothing', async () => {
      await bed.relay.drain();
      created.length = 0;
      await client.refused({ ...head, motto: 'Good', colours: 7 });
      await bed.relay.drain();
      expect(created).toEqual([]);
    });
  });
});
