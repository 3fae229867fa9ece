import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { newUuid } from '@conferbot/plugin';
import { ExportClient, type Testbed, type TestWorkspace, testbed, withoutTime } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelTypes } from '../../src/channels/channel-types.ts';
import { ownChannelId } from '../../src/channels/own-id.ts';
import { sealConfig } from '../../src/channels/sealed-config.ts';
import { widgetKeys } from '../../src/config/widget-keys.ts';
import type { Document } from './support/document.ts';
import { secrets, widgetPlugins } from './support/plugins.ts';

/** Every setting, each with a value that is not its standard. */
const everySetting = Object.fromEntries(
  Object.entries(widgetKeys).map(([name, { schema, standard }]) => {
    const numbers = [37, 47, 27];
    const words = ['left', 'gradient', 'Image', 'WidgetBubbleIcon2', 'Hello!'];
    const values = ['#123456', 'https://example.com/a.png', true, false, ...numbers, ...words];
    return [name, values.find(value => value !== standard && schema.safeParse(value).success)];
  }),
);

describe('the widget in the document of a chatbot', () => {
  let bed: Testbed;
  let workspace: TestWorkspace;
  let client: ExportClient<Document>;
  let chatbotId: string;

  beforeAll(async () => {
    bed = await testbed(widgetPlugins());
  });
  afterAll(() => bed?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    workspace = bed.workspace();
    client = new ExportClient<Document>(bed.runtime, workspace);
    ({ id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' }));
  });

  const uuid = () => chatbotIdType.decode(chatbotId) ?? '';
  const count = async () => {
    const { pagination } = await workspace.call<{ pagination: { total: number } }>('list_chatbots');
    return pagination.total;
  };
  const channelsOf = async (id: string) => {
    const { data } = await workspace.call<{ data: readonly { type: string; status: string; name: string }[] }>(
      'list_channels',
      { chatbotId: id, limit: 50 },
    );
    return data;
  };
  const documentOf = (widget: unknown) => ({ schemaVersion: 1, chatbot: { name: 'Imported' }, widget });

  async function setUp(id: string, type: string, name: string, config: Readonly<Record<string, string>>) {
    const kind = channelTypes.find(known => known.type === type);
    if (kind === undefined) throw new Error(type);
    const sealed = JSON.stringify(sealConfig(kind, config, secrets, `${workspace.id}/${id}`));
    await bed.store.run({ role: 'app', workspaceId: workspace.id }, [
      {
        text: `insert into channels (workspace_id, id, chatbot_id, type, name, status, config)
          values ($1, $2, $3, $4, $5, $6, $7)
          on conflict (workspace_id, id) do update set config = excluded.config`,
        values: [workspace.id, id, uuid(), type, name, kind.state(config).status, sealed],
      },
    ]);
  }

  it('comes back equal as it is at first', async () => {
    const document = await client.export(chatbotId);
    const id = await client.importId(document);
    expect(withoutTime(await client.export(id))).toEqual(withoutTime(document));
    expect(await channelsOf(id)).toMatchObject([
      { type: 'web', status: 'connected' },
      { type: 'api', status: 'connected' },
      ...channelTypes.slice(2).map(({ type }) => ({ type, status: 'disconnected' })),
    ]);
  });

  it('comes back equal with every setting, also in another workspace', async () => {
    await workspace.call('update_widget_config', {
      chatbotId,
      config: everySetting,
      allowedOrigins: ['https://shop.example.com', '*.example.org'],
    });
    const document = await client.export(chatbotId);
    expect(Object.keys(document.widget.config).sort()).toEqual(Object.keys(widgetKeys).sort());
    const there = new ExportClient<Document>(bed.runtime, bed.workspace());
    expect(withoutTime(await there.export(await there.importId(document)))).toEqual(withoutTime(document));
    const copy = await client.importId(document);
    const view = await workspace.call('get_widget_config', { chatbotId: copy });
    const { config, allowedOrigins } = await workspace.call('get_widget_config', { chatbotId });
    expect(view).toMatchObject({ config, allowedOrigins });
  });

  it('comes back with its channels, disconnected and without a secret', async () => {
    const written: string[] = [];
    for (const { type, title, config, secrets: hidden } of channelTypes) {
      const fields = [...new Set([...Object.keys(config.shape), ...hidden])];
      const values = fields.map(field => [field, `${hidden.includes(field) ? 'Zx9' : 'shown'}-${type}-${field}`]);
      written.push(...values.flatMap(([field = '', value = '']) => (hidden.includes(field) ? [value] : [])));
      await setUp(ownChannelId(uuid(), type), type, title, Object.fromEntries(values));
    }
    await setUp(newUuid(), 'telegram', 'News', { botToken: 'Zx9-second' });
    const document = await client.export(chatbotId);
    const text = JSON.stringify([document, await workspace.call('export_chatbot', { chatbotId })]);
    expect(written.length).toBeGreaterThan(8);
    expect(text).not.toMatch(/Zx9|••••|v1\./);
    expect(text).toContain('shown-whatsapp-phoneNumberId');
    const id = await client.importId(document);
    expect(withoutTime(await client.export(id))).toEqual(withoutTime(document));
    const channels = await channelsOf(id);
    expect(channels.filter(({ type }) => type === 'telegram').map(({ name }) => name)).toEqual(['Telegram', 'News']);
    expect(channels.filter(({ status }) => status === 'connected').map(({ type }) => type)).toEqual(['web', 'api']);
  });

  it('leaves out what a channel of this server is set up with, since its key stays behind', async () => {
    await setUp(ownChannelId(uuid(), 'web'), 'web', 'Website', { identityRequired: 'true' });
    const document = await client.export(chatbotId);
    expect(document.widget.channels).toContainEqual({ type: 'web', name: 'Website', config: {} });
    const id = await client.importId(document);
    expect(withoutTime(await client.export(id))).toEqual(withoutTime(document));
  });

  it('comes with a flow that is live and a chatbot that is disabled', async () => {
    await workspace.call('publish_flow_version', { chatbotId });
    await workspace.call('update_chatbot', { chatbotId, disabled: true });
    const document = await client.export(chatbotId);
    const id = await client.importId(document);
    expect(withoutTime(await client.export(id))).toEqual(withoutTime(document));
    expect(await workspace.call('get_chatbot', { chatbotId: id })).toMatchObject({
      status: 'disabled',
      published: true,
    });
  });

  it('is as in a new chatbot where the document does not say it', async () => {
    const { widget } = await client.export(chatbotId);
    for (const document of [{ schemaVersion: 1, chatbot: { name: 'Imported' } }, documentOf({})]) {
      expect((await client.export(await client.importId(document))).widget).toEqual(widget);
    }
  });

  const tooMany = (item: unknown) => Array.from({ length: 51 }, () => item);
  const slack = { type: 'slack', name: 'x' };
  it.each<[string, unknown]>([
    ['widget', 'x'],
    ['widget.config.botNmae', { config: { botNmae: 'Robo' } }],
    ['widget.config.botName', { config: { botName: { $ne: 1 } } }],
    ['widget.allowedOrigins.0', { allowedOrigins: ['x'] }],
    ['widget.allowedOrigins', { allowedOrigins: tooMany('https://example.com') }],
    ['widget.channels', { channels: 7 }],
    ['widget.channels', { channels: tooMany(slack) }],
    ['widget.channels.0.type', { channels: [{ type: 'fax', name: 'Fax' }] }],
    ['widget.channels.0.name', { channels: [{ ...slack, name: '' }] }],
    ['widget.channels.0', { channels: [{ ...slack, id: 'chn_x' }] }],
    ['widget.channels.0.config.teamId', { channels: [{ ...slack, config: { teamId: 7 } }] }],
    ['widget.channels.1.config.toString', { channels: [slack, { ...slack, config: { toString: 'x' } }] }],
    ['widget.channels.0.config.botToken', { channels: [{ ...slack, config: { botToken: 'xoxb' } }] }],
    ['widget.channels.0.config.signingKey', { channels: [{ type: 'api', name: 'x', config: { signingKey: 'x' } }] }],
  ])('is refused for a wrong %s, and nothing is written', async (path, widget) => {
    expect(await client.refused(documentOf(widget))).toMatchObject({ status: 400, details: [{ path }] });
    expect(await count()).toBe(1);
  });
});
