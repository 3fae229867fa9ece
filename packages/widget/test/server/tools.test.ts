import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { telegramChannel } from '../../src/channels/catalogue/telegram-channel.ts';
import { sealConfig } from '../../src/channels/sealed-config.ts';
import { channelId as channelIdType } from '../../src/contract.ts';
import { secrets, widgetPlugins } from './support/plugins.ts';

interface WidgetView {
  readonly revision: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly customized: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly findings: readonly object[];
}

interface ChannelPage {
  readonly data: readonly { readonly id: string; readonly type: string; readonly status: string }[];
  readonly pagination: { readonly total: number; readonly nextCursor: string | null };
}

let bed: Testbed;
let workspace: TestWorkspace;
let chatbotId: string;

beforeAll(async () => {
  bed = await testbed(widgetPlugins());
});
afterAll(() => bed?.[Symbol.asyncDispose]());
beforeEach(async () => {
  workspace = bed.workspace();
  ({ id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' }));
});

const update = (more: object) => workspace.call<WidgetView>('update_widget_config', { chatbotId, ...more });
const channels = (more: object = {}) => workspace.call<ChannelPage>('list_channels', { chatbotId, ...more });

/** As if the chatbot were older than the plugin. */
async function forget(): Promise<void> {
  for (const table of ['widget_configs', 'widget_addresses', 'channels']) {
    await bed.store.run({ role: 'app', workspaceId: workspace.id }, [{ text: `delete from ${table}`, values: [] }]);
  }
}

describe('the widget of a chatbot', () => {
  it('has every setting from the start, and a snippet that embeds it', async () => {
    expect(await workspace.call('get_widget_config', { chatbotId })).toMatchObject({
      chatbotId,
      revision: 1,
      config: { headerBgColor: '#0100ec', widgetPosition: 'right', avatar: null },
      customized: [],
      allowedOrigins: [],
      findings: [],
      embedSnippet: `<script src="https://chat.example/widget.js" data-bot="${chatbotId}" defer></script>`,
      pageUrl: `https://chat.example/chat/${chatbotId}`,
    });
  });

  it('changes in part, and answers as it is read', async () => {
    await update({ config: { headerBgColor: '#00008B', botName: 'Robo' } });
    const changed = await update({ config: { chatIconCtaText: 'Need help?', botName: null } });
    expect(changed).toMatchObject({
      revision: 3,
      config: { headerBgColor: '#00008b', chatIconCtaText: 'Need help?', botName: '' },
      customized: ['headerBgColor', 'chatIconCtaText'],
    });
    expect(await workspace.call('get_widget_config', { chatbotId })).toEqual(changed);
    expect(await workspace.read(`conferbot://chatbot/${chatbotId}/widget`)).toEqual(changed);
  });

  it('warns of what cannot be read, and takes it', async () => {
    const { findings } = await update({ config: { headerBgColor: '#777', headerTextColor: '#888' } });
    expect(findings).toMatchObject([{ code: 'LOW_CONTRAST', pointer: '/config/headerTextColor' }]);
  });

  it('refuses unknown settings by the nearest known one, and changes nothing', async () => {
    const refused = await workspace.refused('update_widget_config', {
      chatbotId,
      config: { botName: 'Robo', headerColor: '#fff' },
    });
    expect(refused).toMatchObject({
      error: 'invalid_argument',
      message: expect.stringContaining('The nearest is headerBgColor'),
      details: [{ path: 'config.headerColor' }],
    });
    expect(await workspace.call('get_widget_config', { chatbotId })).toMatchObject({ revision: 1, customized: [] });
  });

  it('refuses a call that changes nothing, a stale revision and a website that is none', async () => {
    expect(await workspace.refused('update_widget_config', { chatbotId })).toMatchObject({ error: 'invalid_argument' });
    await update({ config: { botName: 'Robo' } });
    const stale = { chatbotId, config: { botName: 'Bob' }, expectedRevision: 1 };
    expect(await workspace.refused('update_widget_config', stale)).toMatchObject({ error: 'conflict' });
    const bad = { chatbotId, allowedOrigins: ['shop.example'] };
    expect(await workspace.refused('update_widget_config', bad)).toMatchObject({ error: 'invalid_argument' });
  });

  it('keeps websites in one form, and settings beside them', async () => {
    await update({ config: { botName: 'Robo' } });
    expect(
      await update({ allowedOrigins: ['https://Shop.example/', '*.example.com', 'https://shop.example'] }),
    ).toMatchObject({
      allowedOrigins: ['https://shop.example', '*.example.com'],
      customized: ['botName'],
    });
    expect((await update({ config: { tagline: 'Hi' } })).allowedOrigins).toHaveLength(2);
  });

  it('is at the same revision after a change that changes nothing', async () => {
    const first = await update({ config: { botName: 'Robo' }, allowedOrigins: ['*.example.com'] });
    expect(await update({ config: { botName: ' Robo ', tagline: null }, allowedOrigins: ['*.example.com'] })).toEqual(
      first,
    );
  });

  it('loses no setting when two change at once', async () => {
    const names = ['botName', 'tagline', 'logoText', 'customBrand', 'chatIconCtaText'];
    await Promise.all(names.map(name => update({ config: { [name]: name } })));
    const { revision, customized } = await workspace.call<WidgetView>('get_widget_config', { chatbotId });
    expect(revision).toBe(6);
    expect([...customized].sort()).toEqual([...names].sort());
  });

  it('is there for a chatbot that is older than the plugin', async () => {
    await forget();
    expect(await workspace.call('get_widget_config', { chatbotId })).toMatchObject({ revision: 1, customized: [] });
    expect(await update({ config: { botName: 'Robo' } })).toMatchObject({ revision: 2, customized: ['botName'] });
  });
});

describe('the channels of a chatbot', () => {
  it('are ten, of which two work', async () => {
    const { data, pagination } = await channels();
    expect(pagination.total).toBe(10);
    expect(data.filter(({ status }) => status === 'connected').map(({ type }) => type)).toEqual(['web', 'api']);
    expect(data[2]).toMatchObject({ type: 'whatsapp', name: 'WhatsApp', reason: 'not_configured', connectedAt: null });
  });

  it('come in pages that meet', async () => {
    const all = (await channels()).data;
    const first = await channels({ limit: 4 });
    const second = await channels({ limit: 4, cursor: first.pagination.nextCursor });
    const third = await channels({ limit: 4, page: 3 });
    expect([...first.data, ...second.data, ...third.data]).toEqual(all);
    expect(third.pagination.nextCursor).toBeNull();
  });

  it('each say what they are set up with', async () => {
    const { data } = await channels();
    const details = await Promise.all(data.map(({ id }) => workspace.call('get_channel_config', { channelId: id })));
    expect(details.map(({ type }) => type)).toEqual(data.map(({ type }) => type));
    expect(details[0]).toMatchObject({
      ...data[0],
      config: { scriptUrl: 'https://chat.example/widget.js', pageUrl: `https://chat.example/chat/${chatbotId}` },
      needs: [],
    });
    expect(details[1]).toMatchObject({ config: { apiUrl: `https://chat.example/api/v1/chat/${chatbotId}/sessions` } });
    expect(details[5]).toMatchObject({ config: {}, needs: [{ key: 'botToken', secret: true }] });
  });

  it('are the same for a chatbot that is older than the plugin, before and after its next change', async () => {
    const { data } = await channels();
    const view = ({ id, type, status }: ChannelPage['data'][number]) => ({ id, type, status });
    await forget();
    expect((await channels()).data.map(view)).toEqual(data.map(view));
    const [web] = data;
    expect(await workspace.call('get_channel_config', { channelId: web?.id })).toMatchObject({ status: 'connected' });
    await workspace.call('update_chatbot', { chatbotId, description: 'Answers.' });
    await bed.relay.drain();
    expect((await channels()).data[0]).toMatchObject({ id: web?.id, connectedAt: expect.any(String) });
  });

  it('never show a secret', async () => {
    const own = (await channels()).data.find(({ type }) => type === 'telegram');
    const id = channelIdType.decode(own?.id ?? '') ?? '';
    const config = sealConfig(telegramChannel, { botToken: '12345:secret-7890' }, secrets, `${workspace.id}/${id}`);
    await bed.store.run({ role: 'app', workspaceId: workspace.id }, [
      {
        text: `insert into channels (workspace_id, id, chatbot_id, type, name, status, config)
          values ($1, $2, $3, 'telegram', 'News', 'disconnected', $4)`,
        values: [workspace.id, id, chatbotIdType.decode(chatbotId) ?? '', JSON.stringify(config)],
      },
    ]);
    const channel = await workspace.call('get_channel_config', { channelId: own?.id });
    expect(channel).toMatchObject({ name: 'News', reason: 'not_supported', config: { botToken: '••••7890' } });
    expect((await channels()).data).toHaveLength(10);
  });
});

describe('another workspace', () => {
  it('finds neither widget nor channels', async () => {
    const { data } = await channels();
    const stranger = bed.workspace();
    const calls: [string, object][] = [
      ['get_widget_config', { chatbotId }],
      ['update_widget_config', { chatbotId, config: { botName: 'Mine' } }],
      ['list_channels', { chatbotId }],
      ...data.map(({ id }): [string, object] => ['get_channel_config', { channelId: id }]),
    ];
    for (const [tool, args] of calls) expect(await stranger.refused(tool, args)).toMatchObject({ error: 'not_found' });
  });
});
