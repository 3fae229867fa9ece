import { chatbotAspect, chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { type CallContext, definePlugin, defineTool, on } from '@conferbot/plugin';
import { type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flowPublished } from '../src/contract.ts';
import { FlowDesk, lineOf, message } from './support/flow-desk.ts';
import { flowPlugins } from './support/plugins.ts';

const chatbot = chatbotIdType.input.describe('The chatbot.');
const snapshot = z.looseObject({}).describe('What an export holds of its flow.');
const aspectIn = (ctx: CallContext) => ctx.all(chatbotAspect).find(({ name }) => name === 'flow');

const exportFlow = defineTool({
  name: 'export_flow',
  title: 'Export flow',
  description: 'Takes the part of an export that the flow is, as the chatbots plugin does.',
  safety: { readOnly: true },
  input: z.object({ chatbotId: chatbot }),
  output: z.object({ snapshot }),
}).run(async ({ chatbotId }, ctx) => {
  return { snapshot: (await aspectIn(ctx)?.snapshot?.(ctx, chatbotId)) as Record<string, unknown> };
});

const importFlow = defineTool({
  name: 'import_flow',
  title: 'Import flow',
  description: 'Puts the part of an export that the flow is into a chatbot, as the chatbots plugin does.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  input: z.object({ chatbotId: chatbot, snapshot }),
  output: z.object({}),
}).run(async ({ chatbotId, snapshot }, ctx) => {
  await aspectIn(ctx)?.restore?.(ctx, chatbotId, snapshot, 'copy');
  return {};
});

describe('the flow of a chatbot', () => {
  const published: object[] = [];
  const listener = definePlugin({
    id: 'listener',
    version: '1.0.0',
    tools: [exportFlow, importFlow],
    subscriptions: [on(flowPublished, 'note', async ({ payload }) => void published.push(payload))],
  });
  let bed: Testbed;
  let desk: FlowDesk;

  beforeAll(async () => {
    bed = await testbed([...flowPlugins(), listener]);
  });
  afterAll(() => bed[Symbol.asyncDispose]());
  beforeEach(async () => {
    desk = await FlowDesk.open(bed.workspace());
    await bed.relay.drain();
    published.length = 0;
  });

  it('is copied as its draft is, not live and without its versions', async () => {
    await desk.update(lineOf('Hi!', 'Live.'));
    await desk.publish();
    await desk.add(message('new'));
    const { id } = await desk.workspace.call<{ id: string }>('duplicate_chatbot', { chatbotId: desk.chatbotId });
    const copy = new FlowDesk(desk.workspace, id);
    const [{ nodes, edges }, copied] = [await desk.get(), await copy.get()];
    expect(copied).toMatchObject({ nodes, edges, publishedVersionId: null });
    expect((await copy.versions()).pagination.total).toBe(0);
    await copy.remove('new');
    expect((await desk.get()).nodeCount).toBe(3);
  });

  it('is exported as its draft and what is live, without secrets, and imported as a draft', async () => {
    const brain = { id: 'brain', type: 'gpt-node', data: { apiKey: 'sk-live-7Qw2Zx9Lm4Np' }, position: { x: 0, y: 0 } };
    const { nodes, edges } = lineOf('Hi!', 'Live.');
    const flow = { nodes: [...nodes, brain], edges: [...edges, { source: 'm1', target: 'brain' }] };
    await desk.update(flow, { versionName: 'First' });
    await desk.publish();
    await desk.remove('m1');
    const { chatbotId, workspace } = desk;
    const { snapshot } = await workspace.call<{ snapshot: object }>('export_flow', { chatbotId });
    expect(snapshot).toMatchObject({
      draft: { nodes: [{ id: 'welcome' }, { id: 'brain', data: { apiKey: '' } }], edges: [] },
      published: { name: 'First', graph: { nodes: [{}, {}, { data: { apiKey: '' } }], edges: [{}, {}] } },
    });
    const copy = await FlowDesk.open(workspace, 'Copy');
    await workspace.call('import_flow', { chatbotId: copy.chatbotId, snapshot });
    const again = await workspace.call('export_flow', { chatbotId: copy.chatbotId });
    expect(again).toEqual({ snapshot: { ...snapshot, published: null } });
    expect(await copy.refused('import_flow', { snapshot: { draft: { nodes: 7 } } })).toMatchObject({
      error: 'invalid_argument',
      details: [{ path: 'flow.draft' }],
    });
  });

  it('goes with the chatbot, and is counted', async () => {
    const other = await FlowDesk.open(desk.workspace, 'Other');
    await desk.update(lineOf('One.'));
    await desk.update(lineOf('Two.'));
    const { chatbotId } = desk;
    expect(await desk.workspace.call('delete_chatbot', { chatbotId })).toMatchObject({
      removed: { chatbots: 1, flowDrafts: 1, flowVersions: 2 },
    });
    expect(await desk.refused('get_chatbot_flow', {})).toMatchObject({ error: 'not_found' });
    expect(await desk.refused('add_flow_node', { node: message('a') })).toMatchObject({ error: 'not_found' });
    expect((await other.get()).nodeCount).toBe(1);
  });

  it('is there for a chatbot that is older than the plugin', async () => {
    await bed.store.run({ role: 'app', workspaceId: desk.workspace.id }, [
      { text: 'delete from flow_drafts', values: [] },
    ]);
    expect(await desk.get()).toMatchObject({ revision: 1, nodes: [{ type: 'welcome-node' }] });
    expect(await desk.add(message('a'), { expectedRevision: 1 })).toMatchObject({ revision: 2 });
    expect((await desk.get()).nodeCount).toBe(2);
  });

  it('is announced when it is published, once', async () => {
    const { version } = await desk.update(lineOf('Hi!'), { versionName: 'First' });
    await bed.relay.drain();
    expect(published).toEqual([]);
    await desk.publish(version.id);
    await desk.publish(version.id);
    await bed.relay.drain();
    expect(published).toEqual([
      {
        chatbotId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        versionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        number: 1,
        name: 'First',
        contentHash: version.contentHash,
      },
    ]);
  });

  it('is not announced when publishing is refused', async () => {
    await desk.update({ nodes: [message('a')], edges: [{ source: 'a', target: 'gone' }] });
    expect(await desk.refused('publish_flow_version', {})).toMatchObject({ error: 'conflict' });
    await bed.relay.drain();
    expect(published).toEqual([]);
  });
});
