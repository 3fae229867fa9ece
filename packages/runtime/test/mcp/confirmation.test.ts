import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/call/caller.ts';
import { everything } from '../../src/registry/selection.ts';
import { type Bed, openBed } from '../bed.ts';
import { ownAnswer, type RpcAnswer } from './answers.ts';
import { someCaller } from './callers.ts';
import { desk } from './desk-plugin.ts';
import { legacyPost, modernPost } from './messages.ts';

const elicitation = { elicitation: { form: {} } };
const yes = { confirm: { action: 'accept', content: { confirm: true } } };

describe('a destructive call', () => {
  let bed: Bed;
  let now: number;
  let caller: Caller;

  beforeAll(async () => {
    bed = await openBed([desk], { clock: () => now });
  }, 60_000);

  afterAll(() => bed?.[Symbol.asyncDispose]());

  beforeEach(async () => {
    now = Date.now();
    caller = someCaller(bed.runtime);
    for (const text of ['one', 'two']) await call(modernPost('tools/call', { name: 'add_note', arguments: { text } }));
  });

  async function call(post: ReturnType<typeof legacyPost>, as = caller, confirms = false): Promise<RpcAnswer> {
    const view = bed.runtime.views.get({ ...everything, confirms });
    return (await ownAnswer(bed.runtime, view, as, post)).body as RpcAnswer;
  }

  function wipe(params: object = {}, capabilities: object = elicitation) {
    return modernPost('tools/call', { name: 'wipe_notes', arguments: {}, ...params }, { capabilities });
  }

  async function notes(): Promise<unknown> {
    const { result = {} } = await call(legacyPost('tools/call', { name: 'list_notes' }));
    return (result.structuredContent as { data: unknown }).data;
  }

  async function askedState(): Promise<unknown> {
    const { result } = await call(wipe());
    expect(result).toMatchObject({
      resultType: 'input_required',
      inputRequests: { confirm: { method: 'elicitation/create' } },
    });
    expect(await notes()).toEqual(['one', 'two']);
    return result?.requestState;
  }

  test('is done once the user agreed', async () => {
    const requestState = await askedState();
    const { result } = await call(wipe({ inputResponses: yes, requestState }));
    expect(result).toMatchObject({ resultType: 'complete', structuredContent: { deleted: 2 } });
    expect(await notes()).toEqual([]);
  });

  test.each([
    ['declines', { confirm: { action: 'decline' } }],
    ['cancels', { confirm: { action: 'cancel' } }],
    ['leaves the box empty', { confirm: { action: 'accept', content: { confirm: false } } }],
  ])('is not done when the user %s', async (_what, inputResponses) => {
    const requestState = await askedState();
    const { result } = await call(wipe({ inputResponses, requestState }));
    expect(result).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('"error":"forbidden"') }],
    });
    expect(await notes()).toEqual(['one', 'two']);
  });

  test('is asked for again when the answer is missing, or comes without the state of a question', async () => {
    const requestState = await askedState();
    for (const params of [
      { requestState },
      { inputResponses: yes },
      { inputResponses: { confirm: true }, requestState },
    ]) {
      expect((await call(wipe(params))).result).toMatchObject({ resultType: 'input_required' });
    }
    expect(await notes()).toEqual(['one', 'two']);
  });

  test('is refused with a state of other arguments, another tool, another workspace, another key, or changed', async () => {
    const requestState = await askedState();
    const retry = { inputResponses: yes, requestState };
    const { workspace, principal } = caller;
    const refused: [ReturnType<typeof wipe>, Caller][] = [
      [wipe({ ...retry, arguments: { prefix: 'o' } }), caller],
      [wipe({ ...retry, name: 'replace_notes' }), caller],
      [wipe(retry), { ...caller, workspace: { ...workspace, id: randomUUID() } }],
      [wipe(retry), { ...caller, principal: { ...principal, kind: 'key', keyId: randomUUID(), scopes: ['write'] } }],
      [wipe(retry), { ...caller, boundChatbot: randomUUID() }],
      [wipe({ ...retry, requestState: `${requestState}x` }), caller],
      [wipe({ ...retry, requestState: '' }), caller],
    ];
    for (const [post, as] of refused) {
      expect((await call(post, as)).error).toMatchObject({ code: -32602, data: { reason: 'invalid_request_state' } });
    }
    expect(await notes()).toEqual(['one', 'two']);
  });

  test('is refused with a state that has expired', async () => {
    const requestState = await askedState();
    now += 601_000;
    expect((await call(wipe({ inputResponses: yes, requestState }))).error).toMatchObject({ code: -32602 });
    expect(await notes()).toEqual(['one', 'two']);
  });

  test('keeps the confirmation while its handler asks something itself', async () => {
    const replace = (params: object) =>
      modernPost('tools/call', { name: 'replace_notes', ...params }, { capabilities: elicitation });
    const first = (await call(replace({}))).result;
    const second = (await call(replace({ inputResponses: yes, requestState: first?.requestState }))).result;
    expect(second).toMatchObject({ resultType: 'input_required', inputRequests: { note: {} } });
    expect(await notes()).toEqual(['one', 'two']);
    const note = { action: 'accept', content: { text: 'three' } };
    const third = (await call(replace({ inputResponses: { note }, requestState: second?.requestState }))).result;
    expect(third).toMatchObject({ resultType: 'complete', structuredContent: { deleted: 2 } });
    expect(await notes()).toEqual(['three']);
  });

  test('is just called by a client that cannot ask', async () => {
    for (const capabilities of [{}, { elicitation: { url: {} } }]) {
      const prefix = capabilities.elicitation === undefined ? 'one' : 'two';
      const { result } = await call(wipe({ arguments: { prefix } }, capabilities));
      expect(result).toMatchObject({ structuredContent: { deleted: 1 } });
    }
    expect(await notes()).toEqual([]);
  });

  describe('with a key that wants a confirmation token', () => {
    const call2025 = (args: object) =>
      call(
        legacyPost('tools/call', { name: 'wipe_notes', arguments: args }),
        { ...caller, confirmsDestructive: true },
        true,
      );

    async function token(args: object): Promise<string> {
      const { result = {} } = await call2025(args);
      const [{ text = '' } = {}] = result.content as { text?: string }[];
      expect(result).toMatchObject({ isError: true });
      const { error, fix } = JSON.parse(text) as { error: string; fix: string };
      expect(error).toBe('conflict');
      return /confirmToken "(.+?)"/.exec(fix)?.[1] ?? '';
    }

    test('answers a preview first, and is done with its token', async () => {
      const confirmToken = await token({ prefix: 't' });
      expect(await notes()).toEqual(['one', 'two']);
      expect((await call2025({ confirmToken, prefix: 't' })).result).toMatchObject({
        structuredContent: { deleted: 1 },
      });
      expect(await notes()).toEqual(['one']);
    });

    test('is not done with a token for other arguments, or one that has expired', async () => {
      const confirmToken = await token({ prefix: 't' });
      expect((await call2025({ confirmToken })).result).toMatchObject({ isError: true });
      now += 601_000;
      expect((await call2025({ confirmToken, prefix: 't' })).result).toMatchObject({ isError: true });
      expect(await notes()).toEqual(['one', 'two']);
    });

    test('offers the token in the schema of destructive tools only', async () => {
      const { result } = await call(legacyPost('tools/list'), caller, true);
      const tools = result?.tools as { name: string; inputSchema: { properties: object } }[];
      const taking = tools.filter(tool => 'confirmToken' in tool.inputSchema.properties).map(tool => tool.name);
      expect(taking).toEqual(['replace_notes', 'wipe_notes']);
    });
  });
});

describe('a question of a handler', () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await openBed([desk]);
  }, 60_000);
  afterAll(() => bed?.[Symbol.asyncDispose]());

  async function ask(post: ReturnType<typeof legacyPost>) {
    const view = bed.runtime.views.get(everything);
    return ownAnswer(bed.runtime, view, someCaller(bed.runtime), post);
  }

  test('is not put to a client that cannot answer it', async () => {
    const { status, body } = await ask(modernPost('tools/call', { name: 'ask_model' }, { capabilities: elicitation }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: -32021, data: { requiredCapabilities: { sampling: {} } } } });
  });

  test('fails the call of a 2025 client, with the reason', async () => {
    const { status, body } = await ask(legacyPost('tools/call', { name: 'ask_name' }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      result: { isError: true, content: [{ text: expect.stringContaining('2026-07-28') }] },
    });
    const prompt = await ask(legacyPost('prompts/get', { name: 'ask' }));
    expect(prompt.body).toMatchObject({ error: { message: expect.stringContaining('ask the user') } });
  });
});
