import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import type { SecretBox } from '@conferbot/plugin';
import { ExportClient, RouteClient, type Testbed, type TestWorkspace } from '@conferbot/testing';
import { channelId as channelIdType } from '@conferbot/widget/contract';
import { everyNodeType, secretMark } from './every-node-type.ts';

interface Channel {
  readonly id: string;
  readonly type: string;
}

interface Id {
  readonly id: string;
}

/** Part of a plugin that this server does not have. */
export const unknownPart = { levels: [{ name: 'Gold', points: 1_000 }], rounding: null };

/** What a visitor said; no document holds it. */
export const visitorName = 'Ada Lovelace-Byron';

/** A chatbot that uses all that there is. */
export class FullChatbot {
  readonly #bed: Testbed;
  readonly #workspace: TestWorkspace;
  readonly #secrets: SecretBox;
  readonly chatbotId: string;

  private constructor(bed: Testbed, workspace: TestWorkspace, secrets: SecretBox, chatbotId: string) {
    this.#bed = bed;
    this.#workspace = workspace;
    this.#secrets = secrets;
    this.chatbotId = chatbotId;
  }

  /** @param secrets seals what the channels of `bed` hold */
  static async make(bed: Testbed, workspace: TestWorkspace, secrets: SecretBox): Promise<string> {
    const chatbot = { name: 'Everything', description: 'Ünïcode, "quotes" & 🙂' };
    const client = new ExportClient(bed.runtime, workspace);
    const { id } = await client.import({ schemaVersion: 1, chatbot, loyalty: unknownPart });
    const full = new FullChatbot(bed, workspace, secrets, id);
    await full.#talk();
    await full.#writeFlows();
    await full.#dress();
    for (const channel of await full.#channels()) await full.#connect(channel);
    await full.#teach();
    await full.#call('create_webhook', { url: 'https://hooks.example.com/in', events: ['response.created'] });
    await full.#call('update_chatbot', { disabled: true });
    return id;
  }

  #call<T = Record<string, unknown>>(tool: string, args: object = {}): Promise<T> {
    return this.#workspace.call<T>(tool, { chatbotId: this.chatbotId, ...args });
  }

  /** A visitor gives a response and calls a person. */
  async #talk(): Promise<void> {
    const position = { x: 0, y: 0 };
    const ask = { questionText: 'Your name?', answerVariable: 'name' };
    const flow = {
      nodes: [
        { id: 'hello', type: 'welcome-node', position, data: { text: 'Hi!' } },
        { id: 'ask', type: 'ask-name-node', position, data: ask },
        { id: 'again', type: 'ask-name-node', position, data: { ...ask, questionText: 'Once more?' } },
      ],
      edges: [
        { source: 'hello', target: 'ask' },
        { source: 'ask', target: 'again' },
      ],
    };
    await this.#call('update_chatbot_flow', { flow, versionName: 'First' });
    await this.#call('publish_flow_version');
    const routes = new RouteClient(this.#bed.runtime);
    const body = { visitor: { email: 'ada@example.org' } };
    const { sessionId, token } = await routes.call<{ sessionId: string; token: string }>(
      'POST',
      `/api/v1/chat/${this.chatbotId}/sessions`,
      { body },
    );
    const headers = { authorization: `Bearer ${token}` };
    const path = `/api/v1/chat/sessions/${sessionId}`;
    await routes.call('POST', `${path}/messages`, { headers, body: { clientMessageId: 'm', text: visitorName } });
    await routes.call('POST', `${path}/handover`, { headers });
  }

  /** A node of every type is live; the draft says something else, and is not fit to be published. */
  async #writeFlows(): Promise<void> {
    const { nodes, edges } = everyNodeType();
    await this.#call('update_chatbot_flow', { flow: { nodes, edges }, versionName: 'All types' });
    await this.#call('publish_flow_version');
    const lost = { source: 'n-message-node', target: 'nowhere' };
    await this.#call('update_chatbot_flow', { flow: { nodes: nodes.slice(0, 7), edges: [lost] }, versionName: 'Next' });
  }

  /** Every colour and every switch of the widget is other than at first. */
  async #dress(): Promise<void> {
    const { config } = await this.#call<{ config: Readonly<Record<string, unknown>> }>('get_widget_config');
    const changed = Object.entries(config).flatMap(([key, value]) => {
      if (typeof value === 'boolean') return [[key, !value]];
      return /^#[0-9a-f]{6}$/i.test(String(value)) ? [[key, '#123456']] : [];
    });
    await this.#call('update_widget_config', {
      config: { ...Object.fromEntries(changed), botName: 'Robo' },
      allowedOrigins: ['https://shop.example.com', '*.example.org'],
    });
  }

  async #channels(): Promise<readonly Channel[]> {
    return (await this.#call<{ data: readonly Channel[] }>('list_channels', { limit: 50 })).data;
  }

  /** Channels of this server get a key by their route. For those of others there is no route yet: they get a row. */
  async #connect({ id, type }: Channel): Promise<void> {
    if (type === 'web' || type === 'api') {
      const routes = new RouteClient(this.#bed.runtime, this.#workspace);
      await routes.call('POST', `/api/v1/external/v1/channels/${id}/key`);
      return;
    }
    const { needs } = await this.#workspace.call<{ needs: readonly { key: string; secret: boolean }[] }>(
      'get_channel_config',
      { channelId: id },
    );
    const uuid = channelIdType.decode(id) ?? '';
    const seal = (text: string) => this.#secrets.seal(text, `${this.#workspace.id}/${uuid}`);
    const config = needs.map(({ key, secret }) => [
      key,
      secret ? seal(`${secretMark}-${type}-${key}`) : `shown-${type}-${key}`,
    ]);
    const text = `insert into channels (workspace_id, id, chatbot_id, type, name, status, config)
      values ($1, $2, $3, $4, $5, 'disconnected', $6)`;
    const chatbot = chatbotIdType.decode(this.chatbotId) ?? '';
    const values = [this.#workspace.id, uuid, chatbot, type, `Our ${type}`, JSON.stringify(Object.fromEntries(config))];
    await this.#bed.store.run({ role: 'app', workspaceId: this.#workspace.id }, [{ text, values }]);
  }

  async #teach(): Promise<void> {
    const billing = { name: 'Billing', description: 'Money.', icon: '💶', color: '#0a7d4f', order: 2 };
    const category = await this.#call<Id>('create_knowledge_category', billing);
    await this.#call('create_knowledge_category', { name: 'Orders', order: 1 });
    const pay = {
      title: 'How do I pay?',
      description: 'Ways.',
      content: '# Paying\n\nBy card.',
      categoryId: category.id,
      seoKeywords: ['money', 'card'],
      metaDescription: 'The ways to pay.',
      reviewStatus: 'published',
    };
    const { id: articleId } = await this.#call<Id>('create_knowledge_article', pay);
    await this.#call('update_knowledge_article', { articleId, slug: 'pay', content: '# Paying\n\nBy card or cash.' });
    await this.#call('create_knowledge_article', { ...pay, title: 'Wie zahle ich?', locale: 'de', slug: 'pay' });
    await this.#call('create_knowledge_article', {
      ...pay,
      title: 'お支払い方法',
      locale: 'ja',
      reviewStatus: 'in_review',
    });
    await this.#call('create_knowledge_article', { title: 'How do I pay?', description: '', content: '' });
    await this.#call('update_ai_config', { enabled: true, mode: 'human_first', greetingOverride: 'Ask me anything.' });
  }
}
