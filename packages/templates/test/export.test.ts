import { randomBytes } from 'node:crypto';
import { describeCatalogue } from '@conferbot/flow-engine';
import { createSecretBox } from '@conferbot/plugin';
import {
  ExportClient,
  type ExportDocument,
  type Testbed,
  type TestWorkspace,
  testbed,
  withoutTime,
} from '@conferbot/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateCatalogue } from '../src/index.ts';
import { secretMark } from './support/every-node-type.ts';
import { FullChatbot, unknownPart, visitorName } from './support/full-chatbot.ts';
import { Outside } from './support/outside.ts';
import { allPlugins } from './support/plugins.ts';

interface Listed {
  readonly data: readonly { readonly id: string; readonly name: string }[];
  readonly pagination: { readonly total: number };
}

/** As much of a document as is looked into. */
interface Document extends ExportDocument {
  readonly flow: {
    readonly draft: Graph;
    readonly published: { readonly name: string; readonly graph: Graph } | null;
  };
  readonly widget: { readonly channels: readonly { readonly type: string; readonly config: object }[] };
  readonly knowledge: { readonly articles: readonly { readonly slug: string; readonly locale: string }[] };
}

interface Graph {
  readonly nodes: readonly { readonly type: string }[];
  readonly edges: readonly object[];
}

const secrets = createSecretBox(randomBytes(32));

let bed: Testbed;
let workspace: TestWorkspace;
let there: TestWorkspace;
beforeAll(async () => {
  bed = await testbed(allPlugins({ egress: new Outside(), secrets }));
  [workspace, there] = [bed.workspace(), bed.workspace()];
});
afterAll(() => bed?.[Symbol.asyncDispose]());

const clientIn = (of: TestWorkspace) => new ExportClient<Document>(bed.runtime, of);

/** Exports what an import made, here and then in another workspace. @returns id of the last one */
async function twoRounds(document: Document): Promise<string> {
  const copy = await clientIn(workspace).import(document);
  const second = await clientIn(workspace).export(copy.id);
  expect(withoutTime(second)).toEqual(withoutTime(document));
  const { id } = await clientIn(there).import(second);
  expect(withoutTime(await clientIn(there).export(id))).toEqual(withoutTime(document));
  return id;
}

describe('the document of a chatbot made of', () => {
  let templateIds: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const { data } = await workspace.call<Listed>('list_templates', { limit: 50 });
    templateIds = new Map(data.map(({ id, name }) => [name, id]));
  });

  it.each(templateCatalogue.templates)('$slug comes back equal, as a draft and live', async ({ name, aspects }) => {
    const { id: chatbotId } = await workspace.call<{ id: string }>('create_from_template', {
      templateId: templateIds.get(name),
    });
    const draft = await clientIn(workspace).export(chatbotId);
    expect(draft).toMatchObject({ flow: { draft: (aspects.flow as { draft: object }).draft, published: null } });
    expect(draft).toMatchObject({ widget: aspects.widget, knowledge: aspects.knowledge });
    expect(await there.call('get_chatbot', { chatbotId: await twoRounds(draft) })).toMatchObject({ published: false });
    await workspace.call('publish_flow_version', { chatbotId });
    const live = await clientIn(workspace).export(chatbotId);
    expect(live.flow.published?.graph).toEqual(live.flow.draft);
    expect(await there.call('get_chatbot', { chatbotId: await twoRounds(live) })).toMatchObject({ published: true });
  });
});

describe('the document of a chatbot that uses everything', () => {
  let chatbotId: string;
  let document: Document;
  beforeAll(async () => {
    chatbotId = await FullChatbot.make(bed, workspace, secrets);
    document = await clientIn(workspace).export(chatbotId);
  });

  it('says all that makes the chatbot', () => {
    expect(Object.keys(document).sort()).toEqual(
      ['chatbot', 'exportedAt', 'flow', 'knowledge', 'loyalty', 'schemaVersion', 'widget'].sort(),
    );
    expect(document.chatbot).toEqual({
      name: 'Everything',
      description: 'Ünïcode, "quotes" & 🙂',
      status: 'disabled',
    });
    const types = describeCatalogue().map(({ type }) => type);
    expect(document.flow.published?.name).toBe('All types');
    expect(document.flow.published?.graph.nodes.map(({ type }) => type)).toEqual(types);
    expect(document.flow.draft.nodes).toHaveLength(7);
    expect(document.flow.draft.edges).toMatchObject([{ target: 'nowhere' }]);
    expect(document.widget).toMatchObject({
      config: { botName: 'Robo' },
      allowedOrigins: ['https://shop.example.com', '*.example.org'],
    });
    expect(document.widget.channels.filter(({ config }) => Object.keys(config).length > 0).length).toBeGreaterThan(5);
    expect(document.knowledge).toMatchObject({
      categories: [{ name: 'Orders' }, { name: 'Billing', icon: '💶' }],
      articles: [
        { slug: 'pay', locale: 'en', reviewStatus: 'published', seoKeywords: ['money', 'card'], category: 'Billing' },
        { slug: 'pay', locale: 'de', reviewStatus: 'published' },
        { locale: 'ja', reviewStatus: 'in_review' },
        { title: 'How do I pay?', reviewStatus: 'draft' },
      ],
      ai: { enabled: true, mode: 'human_first', greetingOverride: 'Ask me anything.' },
    });
    expect(document.loyalty).toEqual(unknownPart);
  });

  it('says nothing of secrets, ids, visitors and webhooks', () => {
    const text = JSON.stringify(document);
    expect(text).not.toMatch(new RegExp(`${secretMark}|••••|v1\\.|cbid|cbsk|hooks\\.example\\.com/in|ada@example`));
    expect(text).not.toContain(visitorName);
    expect(text).not.toMatch(/\b(bot|ver|chn|cat|whk|cnv|res|tkt|wsp)_[0-9a-z]{26}/);
    for (const id of [workspace.id, chatbotId]) expect(text).not.toContain(id);
  });

  it('comes back equal, twice and in another workspace, and does there what it says', async () => {
    const id = await twoRounds(document);
    expect(await there.call('get_chatbot', { chatbotId: id })).toMatchObject({
      status: 'disabled',
      published: true,
      responseCount: 0,
    });
    const totals = async (tool: string, of: TestWorkspace, chatbotId: string) =>
      (await of.call<Listed>(tool, { chatbotId })).pagination.total;
    for (const tool of ['list_conversations', 'list_responses', 'list_tickets', 'list_webhooks']) {
      expect([tool, await totals(tool, workspace, chatbotId), await totals(tool, there, id)]).toEqual([tool, 1, 0]);
    }
    const views = ['get_ai_config', 'get_widget_config', 'list_knowledge_categories'];
    for (const tool of views) {
      const [before, after] = [await workspace.call(tool, { chatbotId }), await there.call(tool, { chatbotId: id })];
      expect(contentOf(after)).toEqual(contentOf(before));
    }
  });
});

/** An answer without what differs from chatbot to chatbot. */
function contentOf(answer: object): unknown {
  const different = /^(id|chatbotId|embed.*|.*Url|.*At|preview.*)$/;
  return JSON.parse(JSON.stringify(answer), (key, value) => (different.test(key) ? undefined : value));
}
