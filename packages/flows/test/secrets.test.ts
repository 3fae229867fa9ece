import { chatbotId as chatbotIdType, flowVersionId } from '@conferbot/chatbots/contract';
import { definePlugin, defineTool } from '@conferbot/plugin';
import { engines, type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flowLibrary } from '../src/contract.ts';
import { FlowDesk, lineOf } from './support/flow-desk.ts';
import { flowPlugins } from './support/plugins.ts';

const secret = 'sk-live-7Qw2Zx9Lm4Np';
const mask = '••••m4Np';

const brain = (apiKey: string, id = 'brain') => ({
  id,
  type: 'gpt-node',
  data: { apiKey, prompt: 'Help.' },
  position: { x: 0, y: 140 },
});

const flowWith = (apiKey: string) => ({ nodes: [...lineOf('Hi!').nodes, brain(apiKey)], edges: [] });

const runVersion = defineTool({
  name: 'run_version',
  title: 'Run version',
  description: 'Tells with which key the server would run a version, as no tool of ours ever does.',
  safety: { readOnly: true },
  input: z.object({ versionId: flowVersionId.input.describe('The version.') }),
  output: z.object({ apiKey: z.string().describe('The key.') }),
}).run(async ({ versionId }, ctx) => {
  const { graph } = await ctx.use(flowLibrary).runnable(versionId);
  return { apiKey: String(graph.nodes.find(({ id }) => id === 'brain')?.data.apiKey) };
});

const host = definePlugin({ id: 'host', version: '1.0.0', tools: [runVersion] });

describe.each(engines)('the secrets of a flow on %s', engine => {
  let bed: Testbed;
  let desk: FlowDesk;

  beforeAll(async () => {
    bed = await testbed([...flowPlugins(), host], { engine });
  });
  afterAll(() => bed[Symbol.asyncDispose]());
  beforeEach(async () => {
    desk = await FlowDesk.open(bed.workspace());
  });

  const keyOf = (flow: { readonly nodes: readonly { readonly id: string; readonly data: object }[] }) =>
    (flow.nodes.find(({ id }) => id === 'brain')?.data as { apiKey?: string } | undefined)?.apiKey;

  /** All that the store holds of the workspace, as text. */
  async function rows(): Promise<string> {
    const session = { role: 'app', workspaceId: desk.workspace.id } as const;
    const texts = [
      `select to_jsonb(row)::text as text from flow_drafts row`,
      `select to_jsonb(row)::text as text from flow_versions row`,
      `select to_jsonb(row)::text as text from chatbots row`,
    ].map(text => ({ text, values: [] }));
    const results = await bed.store.run(session, texts);
    return results.flatMap(result => result.rows.map(({ text }) => String(text))).join('\n');
  }

  /** The key that the server would run a version with. */
  const runs = async (versionId: string) =>
    (await desk.workspace.call<{ apiKey: string }>('run_version', { versionId })).apiKey;

  it('are masked in every answer', async () => {
    const updated = await desk.update(flowWith(secret));
    const answers = [
      updated,
      await desk.get(),
      await desk.get({ versionId: updated.version.id }),
      await desk.add(brain(secret, 'other')),
      await desk.connect({ source: 'welcome', target: 'brain' }),
      await desk.remove('other'),
      await desk.publish(),
      await desk.versions(),
    ];
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain('sk-live');
    expect(keyOf(await desk.get())).toBe(mask);
    expect(JSON.stringify(bed.logs)).not.toContain('sk-live');
  });

  it('are nowhere in the store in the clear, nor under their mask', async () => {
    await desk.update(flowWith(secret));
    const stored = await rows();
    expect(stored).toContain('gpt-node');
    expect(stored).not.toContain('sk-live');
    expect(stored).not.toContain('m4Np');
    expect(stored).not.toContain(Buffer.from(secret).toString('base64url'));
  });

  it('stay when their mask is written back, and with every other edit', async () => {
    await desk.update(flowWith(secret));
    const { nodes, edges } = await desk.get();
    await desk.update({ nodes, edges });
    await desk.connect({ source: 'welcome', target: 'brain' });
    const { id } = await desk.publish();
    expect(await runs(id)).toBe(secret);
  });

  it('change when another is written, also one behind the same mask', async () => {
    const first = await desk.update(flowWith(secret), { versionName: 'Key' });
    const second = await desk.update(flowWith('sk-live-0000000000m4Np'), { versionName: 'Key' });
    expect(second.version.number).toBe(2);
    expect(await runs(first.version.id)).toBe(secret);
    expect(await runs(second.version.id)).toBe('sk-live-0000000000m4Np');
    const { id } = await desk.publish();
    expect(await runs(id)).toBe('sk-live-0000000000m4Np');
  });

  it('do not keep a flow from going live where a whole address is one', async () => {
    const webhookUrl = 'https://hooks.slack.com/services/T00000000/B00000000/sk-live-7Qw2Zx9Lm4Np';
    const data = { webhookUrl, text: 'A new lead.' };
    const slack = { id: 'brain', type: 'slack-node', data, position: { x: 0, y: 140 } };
    await desk.update({ nodes: [...lineOf('Hi!').nodes, slack], edges: [] });
    await desk.connect({ source: 'welcome', target: 'brain' });
    expect(await desk.publish()).toMatchObject({ published: true });
  });

  it('cannot be tried out against the hash of a version', async () => {
    const first = await desk.update(flowWith(secret), { versionName: 'one' });
    const second = await desk.update(flowWith('sk-live-0000000000m4Np'), { versionName: 'two' });
    expect(second.version.contentHash).toBe(first.version.contentHash);
  });

  it('never move to another node, nor to another chatbot', async () => {
    await desk.update(flowWith(secret));
    const { node } = await desk.add(brain(mask, 'thief'));
    expect(node.data).toMatchObject({ apiKey: '' });
    const other = await FlowDesk.open(desk.workspace, 'Other');
    expect(keyOf(await other.update(flowWith(mask)).then(() => other.get()))).toBe('');
  });

  it('open in their own chatbot and workspace only', async () => {
    await desk.update(flowWith(secret));
    const other = await FlowDesk.open(desk.workspace, 'Other');
    const [from, to] = [desk, other].map(({ chatbotId }) => chatbotIdType.decode(chatbotId) ?? '');
    const text =
      'update flow_drafts set graph = (select graph from flow_drafts where chatbot_id = $1) where chatbot_id = $2';
    await bed.store.run({ role: 'app', workspaceId: desk.workspace.id }, [{ text, values: [from ?? '', to ?? ''] }]);
    expect(await other.refused('get_chatbot_flow', {})).toMatchObject({ error: 'unavailable' });
    expect(keyOf(await desk.get())).toBe(mask);
  });

  it('are not copied with the chatbot', async () => {
    await desk.update(flowWith(secret));
    const { id } = await desk.workspace.call<{ id: string }>('duplicate_chatbot', { chatbotId: desk.chatbotId });
    const copy = new FlowDesk(desk.workspace, id);
    expect(keyOf(await copy.get())).toBe('');
    expect((await copy.get()).nodes.find(node => node.id === 'brain')?.data).toMatchObject({ prompt: 'Help.' });
  });
});
