import { defineResource, defineTool } from '@conferbot/plugin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { everything } from '../../src/registry/selection.ts';
import { type Bed, openBed } from '../bed.ts';
import { notes } from '../notes-plugin.ts';
import { ownAnswer, type RpcAnswer, sdkAnswer } from './answers.ts';
import { someCaller } from './callers.ts';
import { legacyPost, modernPost, type Post } from './messages.ts';

const html = '<!doctype html>\n<title>Figures "é" \u2028</title>';

function tool(name: string, more: object = {}) {
  return defineTool({
    name,
    title: 'Figures',
    description: 'Answers some figures.',
    safety: { readOnly: true },
    input: z.object({}),
    output: z.object({ count: z.int().describe('How many.') }),
    ...more,
  }).run(async () => ({ count: 3 }));
}

const charts = notes({
  id: 'charts',
  tools: [
    tool('show_figures', { view: { html } }),
    tool('show_map', { view: { html, csp: { resourceDomains: ['https://tiles.test'] }, prefersBorder: false } }),
    tool('list_figures'),
    tool('publish_figures', { view: { html }, scope: 'publish' }),
  ],
  resources: [
    defineResource({ uri: 'notes://about', name: 'about', title: 'About', description: 'What this is.' }).read(
      async () => ({}),
    ),
  ],
});

const address = 'ui://conferbot/show_figures';
const eras: [string, (method: string, params?: object) => Post][] = [
  ['2025-11-25', legacyPost],
  ['2026-07-28', modernPost],
];

let bed: Bed;
beforeAll(async () => {
  bed = await openBed([charts]);
}, 60_000);
afterAll(() => bed?.[Symbol.asyncDispose]());

describe.each(eras)('the view of a tool, for a client of %s', (_era, post) => {
  /** What is answered: by our own dispatch, and by the SDKs, which must say the same. */
  async function ask(method: string, params?: object, selection: object = {}): Promise<RpcAnswer> {
    const { runtime } = bed;
    const caller = someCaller(runtime, { principal: { kind: 'key', keyId: 'k', name: 'test', ...everything } });
    const view = runtime.views.get({ ...everything, ...selection });
    const own = await ownAnswer(runtime, view, caller, post(method, params));
    expect(own).toEqual(await sdkAnswer(runtime, view, caller, post(method, params)));
    return own.body as RpcAnswer;
  }

  test('is named by the tool, under the key of MCP Apps and that of its drafts', async () => {
    const { result } = await ask('tools/list');
    const tools = result?.tools as { name: string; _meta?: object }[];
    expect(tools.map(({ name, _meta }) => [name, _meta])).toEqual([
      ['list_figures', undefined],
      ...['publish_figures', 'show_figures', 'show_map'].map(name => [
        name,
        { ui: { resourceUri: `ui://conferbot/${name}` }, 'ui/resourceUri': `ui://conferbot/${name}` },
      ]),
    ]);
  });

  test('is read as one document that reaches nothing, unless it says what', async () => {
    const none = { connectDomains: [], resourceDomains: [], frameDomains: [], baseUriDomains: [] };
    const mimeType = 'text/html;profile=mcp-app';
    const { result } = await ask('resources/read', { uri: address });
    expect(result?.contents).toEqual([
      { uri: address, mimeType, text: html, _meta: { ui: { csp: none, prefersBorder: true } } },
    ]);
    const map = await ask('resources/read', { uri: 'ui://conferbot/show_map' });
    expect(map.result?.contents).toMatchObject([
      { _meta: { ui: { csp: { ...none, resourceDomains: ['https://tiles.test'] }, prefersBorder: false } } },
    ]);
  });

  test('is on no list of resources', async () => {
    const { result } = await ask('resources/list');
    expect(result?.resources).toMatchObject([{ uri: 'notes://about' }]);
    expect((await ask('resources/templates/list')).result?.resourceTemplates).toEqual([]);
  });

  test('can be read by those only who may call the tool', async () => {
    const uri = 'ui://conferbot/publish_figures';
    expect((await ask('resources/read', { uri })).result).toBeDefined();
    const reader = { scopes: ['read'] };
    expect((await ask('resources/read', { uri }, reader)).error).toMatchObject({ data: { uri } });
    const others = { plugins: ['none'] };
    expect((await ask('resources/read', { uri: address }, others)).error).toMatchObject({ data: { uri: address } });
    const missing = 'ui://conferbot/list_figures';
    expect((await ask('resources/read', { uri: missing })).error).toMatchObject({ data: { uri: missing } });
  });

  test('changes nothing about the result', async () => {
    const { result } = await ask('tools/call', { name: 'show_figures', arguments: {} });
    const text = JSON.stringify({ count: 3 });
    expect(result).toMatchObject({ content: [{ type: 'text', text }], structuredContent: { count: 3 } });
    expect(Object.keys(result ?? {}).filter(key => !['resultType', '_meta'].includes(key))).toEqual([
      'content',
      'structuredContent',
    ]);
    expect(JSON.stringify(result?._meta ?? {})).not.toContain('ui');
  });
});
