import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../../src/compose.ts';
import { everything, type Selection } from '../../src/registry/selection.ts';
import { ViewCache } from '../../src/registry/view.ts';
import { type Bed, openBed } from '../bed.ts';
import { ownAnswer, type RpcAnswer } from './answers.ts';
import { someCaller } from './callers.ts';
import { desk, drawer, otherBot, someBot, ticker, uuidOfSomeBot } from './desk-plugin.ts';
import { legacyPost, type Post } from './messages.ts';

describe('a view', () => {
  let bed: Bed;

  beforeAll(async () => {
    bed = await openBed([desk, ticker]);
  }, 60_000);

  afterAll(() => bed?.[Symbol.asyncDispose]());

  async function answer(selection: Partial<Selection>, post: Post): Promise<RpcAnswer & { status: number }> {
    const { runtime } = bed;
    const { scopes = everything.scopes, bound = false } = selection;
    const caller = someCaller(runtime, {
      principal: { kind: 'key', keyId: 'k', name: 'test', scopes },
      ...(bound ? { boundChatbot: uuidOfSomeBot } : {}),
    });
    const { status, body } = await ownAnswer(runtime, runtime.views.get({ ...everything, ...selection }), caller, post);
    return { status, ...(body as RpcAnswer) };
  }

  async function toolNames(selection: Partial<Selection>): Promise<string[]> {
    const { result = {} } = await answer(selection, legacyPost('tools/list'));
    return (result.tools as { name: string }[]).map(tool => tool.name);
  }

  test('lists its tools by plugin, then by name, on one page', async () => {
    const names = await toolNames({});
    expect(names).toEqual([...names.slice(0, -1).sort(), 'count']);
    expect(await toolNames({})).toEqual(names);
    expect((await answer({}, legacyPost('tools/list'))).result).not.toHaveProperty('nextCursor');
    expect((await answer({}, legacyPost('tools/list', { cursor: 'x' }))).error?.code).toBe(-32602);
  });

  test('offers only the chosen plugins', async () => {
    expect(await toolNames({ plugins: ['ticker'] })).toEqual(['count']);
    const { error } = await answer({ plugins: ['ticker'] }, legacyPost('tools/call', { name: 'echo' }));
    expect(error).toMatchObject({ code: -32602, message: expect.stringContaining('Unknown tool: echo') });
  });

  describe('of a composition with an opt-in plugin', () => {
    let withDrawer: ViewCache;

    beforeAll(() => {
      withDrawer = new ViewCache(compose([desk, ticker, drawer]));
    });

    function offered(plugins: readonly string[] | undefined, views = withDrawer): object {
      const { tools, resources, prompts } = views.get({ ...everything, plugins });
      return {
        tool: tools.has('open_drawer'),
        resource: resources.has('notes://drawer'),
        prompt: prompts.has('tidy-up'),
        others: tools.has('echo'),
      };
    }

    test('leaves it out of what it offers by default', () => {
      expect(offered(undefined)).toEqual({ tool: false, resource: false, prompt: false, others: true });
    });

    test('offers it to those who name it', () => {
      expect(offered(['drawer'])).toEqual({ tool: true, resource: true, prompt: true, others: false });
      expect(offered(['drawer', 'desk'])).toEqual({ tool: true, resource: true, prompt: true, others: true });
    });

    test('offers it to all when the host says so', () => {
      const views = new ViewCache(compose([desk, ticker, { ...drawer, optIn: false }]));
      expect(offered(undefined, views)).toEqual({ tool: true, resource: true, prompt: true, others: true });
    });
  });

  test('offers only what reads, when it is read-only', async () => {
    const names = await toolNames({ readOnly: true });
    expect(names).toContain('echo');
    expect(names).not.toContain('add_note');
    expect(names).not.toContain('wipe_notes');
    const { error } = await answer({ readOnly: true }, legacyPost('tools/call', { name: 'add_note' }));
    expect(error?.code).toBe(-32602);
  });

  test('offers only what the key may do, and says which scope is missing', async () => {
    expect(await toolNames({ scopes: ['publish'] })).toEqual(['go_live']);
    expect(await toolNames({ scopes: ['read'] })).not.toContain('go_live');
    const { status, error } = await answer({ scopes: ['read'] }, legacyPost('tools/call', { name: 'go_live' }));
    expect(status).toBe(403);
    expect(error?.message).toContain('"publish"');
    const prompts = await answer({ scopes: ['write'] }, legacyPost('prompts/list'));
    expect(prompts.result?.prompts).toEqual([]);
  });

  describe('bound to a chatbot', () => {
    const bound = { bound: true };

    test('takes chatbotId from every schema and sets it itself', async () => {
      const { result } = await answer(bound, legacyPost('tools/list'));
      const tools = result?.tools as { name: string; inputSchema: { properties: object; required: string[] } }[];
      for (const { inputSchema } of tools) {
        expect(inputSchema.properties).not.toHaveProperty('chatbotId');
        expect(inputSchema.required ?? []).not.toContain('chatbotId');
      }
      const called = await answer(bound, legacyPost('tools/call', { name: 'describe_bot', arguments: {} }));
      expect(called.result?.structuredContent).toEqual({ id: someBot });
      const prompt = await answer(bound, legacyPost('prompts/get', { name: 'bot-report' }));
      expect(prompt.result?.messages).toMatchObject([{ content: { text: someBot } }]);
    });

    test('refuses to be told another chatbot', async () => {
      const params = { name: 'describe_bot', arguments: { chatbotId: otherBot } };
      const { result } = await answer(bound, legacyPost('tools/call', params));
      expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('Unknown argument') }] });
      const prompt = legacyPost('prompts/get', { name: 'bot-report', arguments: { chatbotId: otherBot } });
      expect((await answer(bound, prompt)).error?.code).toBe(-32602);
    });

    test('reads that chatbot only', async () => {
      const read = (id: string) => answer(bound, legacyPost('resources/read', { uri: `notes://bot/${id}` }));
      expect((await read(someBot)).result?.contents).toMatchObject([{ text: JSON.stringify({ id: someBot }) }]);
      expect((await read(otherBot)).error).toMatchObject({ code: -32002, data: { uri: `notes://bot/${otherBot}` } });
    });

    test('completes no chatbotId of prompts', async () => {
      const ref = { type: 'ref/prompt', name: 'bot-report' };
      const post = legacyPost('completion/complete', { ref, argument: { name: 'chatbotId', value: '' } });
      expect((await answer(bound, post)).error?.message).toContain('There is no argument chatbotId here');
      expect((await answer({}, post)).result).toEqual({ completion: { values: [], total: 0, hasMore: false } });
    });
  });

  test('is computed once, and forgotten when 64 others were asked for since', () => {
    const views = new ViewCache(bed.runtime.composition);
    const first = views.get(everything);
    expect(views.get({ ...everything, scopes: ['publish', 'write', 'read'] })).toBe(first);
    for (let index = 0; index < 63; index++) views.get({ ...everything, plugins: [`none-${index}`] });
    expect(views.get(everything)).toBe(first);
    for (let index = 0; index < 64; index++) views.get({ ...everything, plugins: [`other-${index}`] });
    expect(views.get(everything)).not.toBe(first);
  });
});
