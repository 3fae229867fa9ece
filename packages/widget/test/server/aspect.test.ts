import { chatbotAspect, chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { widgetAccess } from '@conferbot/conversations/contract';
import { type CallContext, definePlugin, defineTool } from '@conferbot/plugin';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { telegramChannel } from '../../src/channels/catalogue/telegram-channel.ts';
import { sealConfig } from '../../src/channels/sealed-config.ts';
import { secrets, widgetPlugins } from './support/plugins.ts';

const chatbot = chatbotIdType.input.describe('The chatbot.');
const snapshot = z.looseObject({}).describe('What an export holds of its widget.');
const aspectIn = (ctx: CallContext) => ctx.all(chatbotAspect).find(({ name }) => name === 'widget');

const exportWidget = defineTool({
  name: 'export_widget',
  title: 'Export widget',
  description: 'Takes the part of an export that the widget is, as the chatbots plugin does.',
  safety: { readOnly: true },
  input: z.object({ chatbotId: chatbot }),
  output: z.object({ snapshot }),
}).run(async ({ chatbotId }, ctx) => ({
  snapshot: (await aspectIn(ctx)?.snapshot?.(ctx, chatbotId)) as Record<string, unknown>,
}));

const importWidget = defineTool({
  name: 'import_widget',
  title: 'Import widget',
  description: 'Puts the part of an export that the widget is into a chatbot, as the chatbots plugin does.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  input: z.object({ chatbotId: chatbot, snapshot }),
  output: z.object({}),
}).run(async ({ chatbotId, snapshot }, ctx) => {
  await aspectIn(ctx)?.restore?.(ctx, chatbotId, snapshot, 'copy');
  return {};
});

const askAccess = defineTool({
  name: 'ask_access',
  title: 'Ask access',
  description: 'Asks whether a website may talk to a chatbot, as the conversations plugin does.',
  safety: { readOnly: true },
  input: z.object({ chatbotId: chatbot, origin: z.string().describe('The website.') }),
  output: z.object({ allowed: z.boolean().describe('Whether it may.') }),
}).run(async ({ chatbotId, origin }, ctx) => ({ allowed: await ctx.use(widgetAccess).allows(chatbotId, origin) }));

interface Snapshot {
  readonly config: object;
  readonly allowedOrigins: readonly string[];
  readonly channels: readonly { readonly type: string; readonly name: string; readonly config: object }[];
}

describe('the widget of a chatbot', () => {
  const keeper = definePlugin({ id: 'keeper', version: '1.0.0', tools: [exportWidget, importWidget, askAccess] });
  let bed: Testbed;
  let workspace: TestWorkspace;
  let chatbotId: string;

  beforeAll(async () => {
    bed = await testbed([...widgetPlugins(), keeper]);
  });
  afterAll(() => bed?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    workspace = bed.workspace();
    chatbotId = await create('Support');
    await workspace.call('update_widget_config', {
      chatbotId,
      config: { botName: 'Robo', headerBgColor: '#123456' },
      allowedOrigins: ['*.example.com'],
    });
  });

  const create = async (name: string) => (await workspace.call<{ id: string }>('create_chatbot', { name })).id;
  const view = (id: string) => workspace.call<Record<string, unknown>>('get_widget_config', { chatbotId: id });
  const exported = async (id: string) =>
    (await workspace.call<{ snapshot: Snapshot }>('export_widget', { chatbotId: id })).snapshot;
  const rowsOf = async (table: string) => {
    const sql = { text: `select * from ${table}`, values: [] };
    const [result] = await bed.store.run({ role: 'app', workspaceId: workspace.id }, [sql]);
    return result?.rows.length;
  };

  it('is copied, with channels of its own', async () => {
    const { id } = await workspace.call<{ id: string }>('duplicate_chatbot', { chatbotId });
    const [{ config, allowedOrigins }, copy] = [await view(chatbotId), await view(id)];
    expect(copy).toMatchObject({ config, allowedOrigins });
    await workspace.call('update_widget_config', { chatbotId: id, config: { botName: 'Copy' } });
    expect(await view(chatbotId)).toMatchObject({ config: { botName: 'Robo' } });
    expect(await rowsOf('channels')).toBe(4);
  });

  it('is exported without secrets, and imported as it was', async () => {
    const uuid = chatbotIdType.decode(chatbotId) ?? '';
    const id = '019aaaaa-0000-7000-8000-000000000001';
    const config = sealConfig(telegramChannel, { botToken: '12345:secret-7890' }, secrets, `${workspace.id}/${id}`);
    await bed.store.run({ role: 'app', workspaceId: workspace.id }, [
      {
        text: `insert into channels (workspace_id, id, chatbot_id, type, name, status, config)
          values ($1, $2, $3, 'telegram', 'News', 'disconnected', $4)`,
        values: [workspace.id, id, uuid, JSON.stringify(config)],
      },
    ]);
    const snapshot = await exported(chatbotId);
    expect(snapshot).toMatchObject({
      config: { botName: 'Robo', headerBgColor: '#123456' },
      allowedOrigins: ['*.example.com'],
    });
    expect(snapshot.channels).toContainEqual({ type: 'telegram', name: 'News', config: {} });
    const copy = await create('Copy');
    await workspace.call('import_widget', { chatbotId: copy, snapshot });
    const { config: again, allowedOrigins } = await exported(copy);
    expect({ config: again, allowedOrigins }).toEqual({
      config: snapshot.config,
      allowedOrigins: snapshot.allowedOrigins,
    });
  });

  it.each([
    [{ config: { botNmae: 'Robo' } }, 'widget.config.botNmae'],
    [{ config: 7 }, 'widget.config'],
    [{ allowedOrigins: ['x'] }, 'widget.allowedOrigins.0'],
  ])('is not imported from %j', async (snapshot, path) => {
    expect(await workspace.refused('import_widget', { chatbotId, snapshot })).toMatchObject({
      error: 'invalid_argument',
      details: [{ path }],
    });
    expect(await view(chatbotId)).toMatchObject({ config: { botName: 'Robo' } });
  });

  it('goes with the chatbot, and is counted', async () => {
    await create('Other');
    expect(await workspace.call('delete_chatbot', { chatbotId })).toMatchObject({
      removed: { chatbots: 1, widgets: 1, channels: 2 },
    });
    const tables = ['widget_configs', 'widget_addresses', 'channels'];
    expect(await Promise.all(tables.map(rowsOf))).toEqual([1, 1, 2]);
  });

  it('does not come back with an event that is late', async () => {
    await workspace.call('update_chatbot', { chatbotId, name: 'Renamed' });
    await workspace.call('delete_chatbot', { chatbotId });
    await bed.relay.drain();
    expect(await rowsOf('widget_configs')).toBe(0);
  });

  it('tells conversations who may talk to it', async () => {
    const ask = (origin: string) => workspace.call('ask_access', { chatbotId, origin });
    expect(await ask('https://www.example.com')).toEqual({ allowed: true });
    expect(await ask('https://chat.example')).toEqual({ allowed: true });
    expect(await ask('https://example.com')).toEqual({ allowed: false });
  });
});
