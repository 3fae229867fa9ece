import { randomUUID } from 'node:crypto';
import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { describeCatalogue, parseGraph, secretsOf } from '@conferbot/flow-engine';
import { definePlugin, on } from '@conferbot/plugin';
import { ExportClient, type Testbed, testbed, withoutTime } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { flowPublished } from '../src/contract.ts';
import type { Document } from './support/document.ts';
import { FlowDesk, lineOf, message } from './support/flow-desk.ts';
import { flowPlugins } from './support/plugins.ts';

const types = describeCatalogue();

/** A flow with a node of every type in a row, each as its example is. */
function everyType(more: (type: string) => object = () => ({})) {
  const nodes = types.map(({ type, example }, index) => ({
    id: `n-${type}`,
    type,
    position: { x: index * 10.5, y: -index },
    data: { ...example, ...(type === 'jump-to-node' && { targetNodeId: 'n-message-node' }), ...more(type) },
    ...(index === 0 && { width: 240, style: { colour: 'red' } }),
  }));
  const edges = types.slice(1).flatMap(({ type }, index) =>
    (types[index]?.outputs ?? []).map(({ id }, output) => ({
      source: nodes[index]?.id ?? '',
      target: `n-${type}`,
      label: `Output ${output}`,
      ...(id !== null && { sourceHandle: id }),
    })),
  );
  return { nodes, edges };
}

const secretFields = [
  ...['apiKey', 'accessToken', 'refreshToken', 'clientSecret', 'secretKey', 'privateKey', 'token', 'botToken'],
  'password',
];

const secretAddress = (type: string) => `https://hooks.example.com/Zx9-${type}-7Qw2`;

/** Something in every field that holds a secret, different in each. */
function secretsOfType(type: string): object {
  const filled = (place: string) =>
    Object.fromEntries(secretFields.map(field => [field, `Zx9-${type}-${place}-${field}-7Qw2`]));
  return {
    ...filled('data'),
    credentials: { account: filled('credentials') },
    webhookUrl: secretAddress(type),
    ...(type === 'webhook-node' && {
      headers: { Authorization: 'Bearer Zx9-header-7Qw2' },
      authentication: { type: 'bearer', ...filled('authentication') },
    }),
  };
}

describe('the flow in the document of a chatbot', () => {
  const published: object[] = [];
  const listener = definePlugin({
    id: 'listener',
    version: '1.0.0',
    subscriptions: [on(flowPublished, 'note', async ({ payload }) => void published.push(payload))],
  });
  let bed: Testbed;
  let desk: FlowDesk;
  let client: ExportClient<Document>;

  beforeAll(async () => {
    bed = await testbed([...flowPlugins(), listener]);
  });
  afterAll(() => bed?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    desk = await FlowDesk.open(bed.workspace());
    client = new ExportClient<Document>(bed.runtime, desk.workspace);
    await bed.relay.drain();
    published.length = 0;
  });

  const count = async () => {
    const { pagination } = await desk.workspace.call<{ pagination: { total: number } }>('list_chatbots');
    return pagination.total;
  };
  const documentOf = (flow: unknown) => ({ schemaVersion: 1, chatbot: { name: 'Imported' }, flow });

  it('comes back equal with a node of every type, live as it was', async () => {
    const { publishable, findings } = await desk.update(everyType(), { versionName: 'All types' });
    expect(publishable, JSON.stringify(findings)).toBe(true);
    await desk.publish();
    const document = await client.export(desk.chatbotId);
    expect(types).toHaveLength(59);
    expect(new Set(document.flow.published?.graph.nodes.map(({ type }) => type)).size).toBe(59);
    const copy = new FlowDesk(desk.workspace, await client.importId(document));
    expect(withoutTime(await client.export(copy.chatbotId))).toEqual(withoutTime(document));
    expect((await copy.versions()).data).toMatchObject([
      { number: 1, name: 'All types', published: true, nodeCount: 59 },
    ]);
    const codes = (await copy.get()).findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['SECRET_MISSING']));
  });

  it('comes back with a draft that is not what is live, and without versions that are not', async () => {
    await desk.update(lineOf('Old.'), { versionName: 'Old' });
    await desk.update(lineOf('Live.', 'More.'), { versionName: 'Live' });
    await desk.publish();
    await desk.update({ nodes: [message('a')], edges: [{ source: 'a', target: 'gone' }] }, { versionName: 'New' });
    const document = await client.export(desk.chatbotId);
    const copy = new FlowDesk(desk.workspace, await client.importId(document));
    expect(withoutTime(await client.export(copy.chatbotId))).toEqual(withoutTime(document));
    expect(document.flow.published?.name).toBe('Live');
    expect((await copy.versions()).data).toMatchObject([{ number: 1, name: 'Live', published: true }]);
    expect((await copy.get()).nodes).toMatchObject([{ id: 'a' }]);
  });

  it('comes back as a draft where nothing is live', async () => {
    await desk.update(lineOf('Hi!', 'Draft.'));
    const document = await client.export(desk.chatbotId);
    const copy = new FlowDesk(desk.workspace, await client.importId(document));
    expect(withoutTime(await client.export(copy.chatbotId))).toEqual(withoutTime(document));
    expect((await copy.versions()).pagination.total).toBe(0);
  });

  it('is live for a chatbot that is disabled', async () => {
    await desk.publish();
    await desk.workspace.call('update_chatbot', { chatbotId: desk.chatbotId, disabled: true });
    const id = await client.importId(await client.export(desk.chatbotId));
    expect(await desk.workspace.call('get_chatbot', { chatbotId: id })).toMatchObject({
      status: 'disabled',
      published: true,
    });
  });

  it('is announced as published by an import, in the workspace of the import', async () => {
    await desk.publish();
    const document = await client.export(desk.chatbotId);
    await bed.relay.drain();
    published.length = 0;
    const stranger = bed.workspace();
    const there = new ExportClient<Document>(bed.runtime, stranger);
    const id = await there.importId(document);
    await bed.relay.drain();
    expect(published).toMatchObject([{ chatbotId: chatbotIdType.decode(id), number: 1, name: 'Version 1' }]);
    expect(withoutTime(await there.export(id))).toEqual(withoutTime(document));
  });

  it('holds no secret, and comes back without them', async () => {
    const flow = everyType(secretsOfType);
    const secrets = secretsOf(parseGraph(flow)).map(({ secret }) => secret);
    expect(secrets.length).toBeGreaterThan(59 * secretFields.length * 2);
    expect(secrets).toContain(secretAddress('slack-node'));
    await desk.update(everyType(type => ({ ...secretsOfType(type), webhookUrl: '' })));
    await desk.publish();
    await desk.update(flow);
    const document = await client.export(desk.chatbotId);
    const text = JSON.stringify(document);
    expect(secrets.filter(secret => text.includes(secret))).toEqual([]);
    expect(text).not.toContain('••••');
    const id = await client.importId(document);
    expect(withoutTime(await client.export(id))).toEqual(withoutTime(document));
  });

  it('takes secrets that a document does say, and shows none', async () => {
    const brain = { id: 'brain', type: 'gpt-node', data: { apiKey: 'sk-live-7Qw2Zx9Lm4Np' }, position: { x: 0, y: 0 } };
    const id = await client.importId(documentOf({ draft: { nodes: [brain], edges: [] } }));
    expect((await new FlowDesk(desk.workspace, id).get()).nodes).toMatchObject([{ data: { apiKey: '••••m4Np' } }]);
    expect(JSON.stringify(await client.export(id))).not.toContain('m4Np');
  });

  it('needs the scope publish where something is live, and writes nothing without it', async () => {
    const writer = desk.workspace.through(
      { scopes: ['read', 'write'] },
      { principal: { kind: 'key', keyId: randomUUID(), name: 'writer', scopes: ['read', 'write'] } },
    );
    const limited = new ExportClient<Document>(bed.runtime, writer);
    const draftOnly = await client.export(desk.chatbotId);
    expect(await limited.importId(draftOnly)).toMatch(/^bot_/);
    await desk.publish();
    expect(await limited.refused(await client.export(desk.chatbotId))).toMatchObject({
      status: 403,
      message: expect.stringContaining('"publish"'),
    });
    expect(await count()).toBe(2);
  });

  it('is refused where what is live has errors here, naming them', async () => {
    const graph = { nodes: [message('a')], edges: [{ source: 'a', target: 'gone' }] };
    const { draft } = (await client.export(desk.chatbotId)).flow;
    expect(await client.refused(documentOf({ draft, published: { name: 'Live', graph } }))).toMatchObject({
      status: 409,
      fix: expect.stringContaining('flow.published to null'),
      details: expect.arrayContaining([
        expect.objectContaining({ path: expect.stringMatching(/^flow\.published\.graph\.edges\.0/) }),
      ]),
    });
    expect(await count()).toBe(1);
    expect(await client.importId(documentOf({ draft, published: null }))).toMatch(/^bot_/);
  });

  const good = { nodes: [message('a')], edges: [] };
  const many = (length: number) => Array.from({ length }, (_, index) => message(`m${index}`));
  it.each<[string, unknown, string, number]>([
    ['a text', 'x', 'flow.draft', 400],
    ['null', null, 'flow.draft', 400],
    ['nodes that are a number', { draft: { nodes: 7 } }, 'flow.draft', 400],
    ['a node that is a text', { draft: { nodes: ['x'], edges: [] } }, 'flow.draft.nodes.0', 400],
    ['a node without a type', { draft: { nodes: [{ id: 'a' }], edges: [] } }, 'flow.draft.nodes.0.type', 400],
    ['a node whose id is an object', { draft: { nodes: [{ ...message('a'), id: {} }] } }, 'flow.draft.nodes.0.id', 400],
    ['a node that is called a prototype', { draft: { nodes: [message('__proto__')] } }, 'flow.draft.nodes.0.id', 400],
    ['501 nodes', { draft: { nodes: many(501), edges: [] } }, 'flow.draft.nodes', 403],
    ['more than 256 KiB', { draft: { nodes: [message('a', 'x'.repeat(262_144))] } }, 'flow.draft', 403],
    ['a live flow that is a text', { draft: good, published: 'x' }, 'flow.published', 400],
    ['a live flow without a name', { draft: good, published: { graph: good } }, 'flow.published.name', 400],
    ['a live flow without a graph', { draft: good, published: { name: 'x' } }, 'flow.published.graph', 400],
    [
      '501 live nodes',
      { draft: good, published: { name: 'x', graph: { nodes: many(501) } } },
      'flow.published.graph.nodes',
      403,
    ],
  ])('is refused as %s, and nothing is written', async (_what, flow, path, status) => {
    expect(await client.refused(documentOf(flow))).toMatchObject({ status, details: [{ path }] });
    expect(await count()).toBe(1);
  });

  it('takes 500 nodes, more than an answer of the tool can hold', async () => {
    const nodes = many(500).map(node => ({ ...node, data: { text: 'x'.repeat(200) } }));
    const id = await client.importId(documentOf({ draft: { nodes, edges: [] } }));
    expect((await client.export(id)).flow.draft.nodes).toHaveLength(500);
    expect(await desk.workspace.call('export_chatbot', { chatbotId: id, part: 'flow' })).toMatchObject({
      truncated: true,
      next: expect.stringContaining(`GET /api/v1/external/v1/chatbots/${id}/export`),
    });
  });
});
