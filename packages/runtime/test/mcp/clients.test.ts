import { Client as ClientV2, StreamableHTTPClientTransport as TransportV2 } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ElicitRequestSchema, LoggingMessageNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mcpFetch } from '../../src/mcp/fetch.ts';
import { everything } from '../../src/registry/selection.ts';
import { type Bed, openBed } from '../bed.ts';
import { someCaller } from './callers.ts';
import { desk, otherBot, someBot, ticker } from './desk-plugin.ts';

const address = new URL('http://mcp.invalid/mcp');

/** Good arguments of every tool that a client can call without answering questions. */
const calls: Readonly<Record<string, Record<string, unknown>>> = {
  add_note: { text: 'milk' },
  count: {},
  describe_bot: { chatbotId: someBot },
  draw: {},
  echo: { text: 'hi', times: 2 },
  go_live: {},
  list_notes: {},
  wipe_notes: { prefix: 'never' },
};

const failing = ['crash', 'refuse'];
const asking = ['ask_model', 'ask_name', 'replace_notes'];

describe('a real client', () => {
  let bed: Bed;
  let fetchLike: (url: string | URL, init?: RequestInit) => Promise<Response>;

  beforeAll(async () => {
    bed = await openBed([desk, ticker], { checkResults: true });
    const { runtime } = bed;
    const access = { view: runtime.views.get(everything), caller: someCaller(runtime) };
    const endpoint = mcpFetch(runtime, () => access);
    fetchLike = (url, init) => endpoint(new Request(url, init));
  }, 60_000);

  afterAll(() => bed?.[Symbol.asyncDispose]());

  const answers = () => ({ action: 'accept' as const, content: { name: 'Ann', confirm: true, text: 'bread' } });

  async function connectV1() {
    const client = new ClientV1({ name: 'test', version: '1.0.0' }, { capabilities: { elicitation: {} } });
    client.setRequestHandler(ElicitRequestSchema, answers);
    await client.connect(new TransportV1(address, { fetch: fetchLike }) as Transport);
    return client;
  }

  async function connectV2(mode: 'legacy' | 'auto' | { pin: string }) {
    const client = new ClientV2(
      { name: 'test', version: '1.0.0' },
      { capabilities: { elicitation: { form: {} }, sampling: {} }, versionNegotiation: { mode } },
    );
    client.setRequestHandler('elicitation/create', answers);
    client.setRequestHandler('sampling/createMessage', () => ({
      role: 'assistant' as const,
      content: { type: 'text' as const, text: 'hello' },
      model: 'test',
    }));
    await client.connect(new TransportV2(address, { fetch: fetchLike }));
    return client;
  }

  const clients = [
    ['SDK v1', connectV1, 'legacy'],
    ['SDK v2 in legacy mode', () => connectV2('legacy'), 'legacy'],
    ['SDK v2 in auto mode', () => connectV2('auto'), 'modern'],
    ['SDK v2 pinned to 2026-07-28', () => connectV2({ pin: '2026-07-28' }), 'modern'],
  ] as const;

  describe.each(clients)('of %s', (_name, connect, era) => {
    let client: Awaited<ReturnType<typeof connect>>;

    beforeAll(async () => {
      client = await connect();
    });
    afterAll(() => client?.close());

    test('learns who it talks to, and what is on offer', async () => {
      expect(client.getServerVersion()).toMatchObject({ name: 'bed' });
      expect(client.getServerCapabilities()).toMatchObject({
        tools: { listChanged: false },
        resources: { listChanged: false },
        prompts: { listChanged: false },
        completions: {},
      });
    });

    test('lists every tool and calls it', async () => {
      const { tools } = await client.listTools();
      const names = tools.map(tool => tool.name);
      expect([...names].sort()).toEqual([...Object.keys(calls), ...failing, ...asking].sort());
      for (const [name, args] of Object.entries(calls)) {
        const result = await client.callTool({ name, arguments: args });
        expect(result.isError, `${name}: ${JSON.stringify(result)}`).toBeUndefined();
      }
      for (const name of failing) expect((await client.callTool({ name })).isError).toBe(true);
    });

    test('gets the same result as text and as data', async () => {
      const result = await client.callTool({ name: 'echo', arguments: { text: 'ü\u2028"', times: 2 } });
      const [block] = result.content as { text: string }[];
      expect(JSON.parse(block?.text ?? '')).toEqual(result.structuredContent);
      expect(result.structuredContent).toMatchObject({ text: 'ü\u2028"ü\u2028"' });
    });

    test('is asked by a tool where the era can ask, and else told why it cannot be', async () => {
      for (const name of asking) {
        const result = await client.callTool({ name });
        if (era === 'modern') expect(result.isError, `${name}: ${JSON.stringify(result)}`).toBeUndefined();
        else
          expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('ask the user') }] });
      }
    });

    test('reads every resource', async () => {
      const { resources } = await client.listResources();
      const { resourceTemplates } = await client.listResourceTemplates();
      expect(resources.map(resource => resource.uri)).toEqual(['notes://about', 'notes://icon', 'notes://crash']);
      expect(resourceTemplates.map(template => template.uriTemplate)).toEqual([
        'notes://note/{text}',
        'notes://bot/{chatbotId}',
      ]);
      for (const uri of ['notes://about', 'notes://icon', 'notes://note/x', `notes://bot/${otherBot}`]) {
        const { contents } = await client.readResource({ uri });
        expect(contents).toMatchObject([{ uri }]);
      }
      await expect(client.readResource({ uri: 'notes://nowhere' })).rejects.toThrow('Resource not found');
    });

    test('gets every prompt and completes its arguments', async () => {
      const { prompts } = await client.listPrompts();
      expect(prompts.map(prompt => prompt.name)).toEqual(['ask', 'bot-report', 'summarize']);
      const { messages } = await client.getPrompt({ name: 'summarize', arguments: { tone: 'formal' } });
      expect(messages).toMatchObject([{ role: 'user', content: { text: 'Summarize, formal, short.' } }]);
      const ref = { type: 'ref/prompt' as const, name: 'summarize' };
      const { completion } = await client.complete({ ref, argument: { name: 'tone', value: 'fo' } });
      expect(completion.values).toEqual(['formal']);
    });

    test('hears of the progress of a tool', async () => {
      const heard: number[] = [];
      const onprogress = ({ progress }: { progress: number }) => heard.push(progress);
      const request = { name: 'count', arguments: {} };
      const result =
        client instanceof ClientV1
          ? await client.callTool(request, undefined, { onprogress })
          : await client.callTool(request, { onprogress });
      expect(result.structuredContent).toEqual({ counted: 3 });
      expect(heard).toEqual([1, 2, 3]);
    });
  });

  test('of 2025 gets the log lines of a tool', async () => {
    const client = await connectV1();
    const lines: unknown[] = [];
    client.setNotificationHandler(LoggingMessageNotificationSchema, ({ params }) => void lines.push(params.data));
    await client.setLoggingLevel('debug');
    await client.callTool({ name: 'count' });
    expect(lines).toEqual(['step 1', 'step 2', 'step 3']);
    await client.close();
  });
});
