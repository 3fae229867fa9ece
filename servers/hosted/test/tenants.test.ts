import { defineId, newUuid } from '@conferbot/plugin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { idFields, idPrefix, sampleInput } from './support/sample-input.ts';
import { startServer, type TestServer } from './support/server.ts';
import { questionFlow, visit } from './support/visit.ts';

/** Not a tool: somebody talks to the chatbot. */
const visitor = 'a visitor';

/** Calls that leave at least one thing of each kind in a workspace; `{bot}` stands for an id made before. */
const seed: readonly { readonly tool: string; readonly input: object }[] = [
  { tool: 'create_chatbot', input: { name: 'Ours' } },
  { tool: 'update_chatbot_flow', input: { chatbotId: '{bot}', flow: questionFlow } },
  { tool: 'publish_flow_version', input: { chatbotId: '{bot}' } },
  { tool: visitor, input: {} },
  { tool: 'list_responses', input: { chatbotId: '{bot}' } },
  { tool: 'list_channels', input: { chatbotId: '{bot}' } },
  { tool: 'create_knowledge_category', input: { chatbotId: '{bot}', name: 'Ours' } },
  {
    tool: 'create_knowledge_article',
    input: { chatbotId: '{bot}', title: 'Ours', description: 'Ours.', content: 'Ours.' },
  },
  { tool: 'create_webhook', input: { chatbotId: '{bot}', url: 'https://example.com/', events: ['response.created'] } },
  { tool: 'test_webhook', input: { webhookId: '{whk}' } },
];

/** Arguments that the schema of a tool alone does not tell. */
const samples: Readonly<Record<string, object>> = {
  update_chatbot: { name: 'Changed' },
  update_chatbot_flow: { flow: { nodes: [] } },
  update_ai_config: { enabled: true },
  update_knowledge_article: { title: 'Changed' },
  update_webhook: { status: 'paused' },
  create_webhook: { url: 'https://example.com/', events: ['response.created'] },
  update_widget_config: { config: { botAutoOpen: true } },
  apply_flow_patch: { operations: [{ op: 'delete_node', nodeId: 'welcome' }] },
};

interface Party {
  readonly key: string;
  /** An id of its own for each prefix. */
  readonly ids: ReadonlyMap<string, string>;
}

let server: TestServer;
let owner: Party;
let stranger: Party;

beforeAll(async () => {
  server = await startServer();
  [owner, stranger] = [await makeParty(), await makeParty()];
});
afterAll(() => server.close());

async function makeParty(): Promise<Party> {
  const { key } = await server.tenant('business');
  const ids = new Map<string, string>();
  for (const { tool, input } of seed) {
    const text = JSON.stringify(input).replaceAll(/\{([a-z]{3})\}/g, (_all, prefix: string) => ids.get(prefix) ?? '');
    const answer =
      tool === visitor
        ? await visit(server.address, ids.get('bot') ?? '', 'Ada')
        : await (await callTool(key, tool, JSON.parse(text))).text();
    for (const [id = '', prefix = ''] of answer.matchAll(/\b([a-z]{3})_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g)) {
      if (!ids.has(prefix)) ids.set(prefix, id);
    }
  }
  return { key, ids };
}

function idOf({ ids }: Party, prefix: string): string {
  const id = ids.get(prefix);
  if (id === undefined) throw new Error(`No call of the seed leaves a thing with an id ${prefix}_…: add one.`);
  return id;
}

function missingId(prefix: string): string {
  return defineId(prefix, 'thing').encode(newUuid());
}

/** An answer without what differs between any two answers. */
async function bare(response: Response, id: string): Promise<string> {
  const text = await response.text();
  return `${response.status} ${text.replaceAll(id, '<id>').replaceAll(/req_\w+/g, '<request>')}`;
}

/** What is the same for all workspaces. */
const common = ['tpl'];

/** Every place of every tool where an id of a workspace goes. */
function places() {
  return [...server.runtime.composition.tools.values()].flatMap(({ tool, inputSchema }) =>
    idFields(inputSchema)
      .filter(({ prefix }) => !common.includes(prefix))
      .map(field => ({ tool, inputSchema, ...field })),
  );
}

type Place = ReturnType<typeof places>[number];

/** Arguments of the stranger, with `id` in the place and ids of the stranger everywhere else. */
function argumentsFor({ tool, inputSchema, path }: Place, id: string, party: Party): Record<string, unknown> {
  const input = sampleInput(inputSchema, (at, prefix) => (at === path ? id : idOf(party, prefix)), path);
  return { ...(input as object), ...samples[tool.name] };
}

/** Names the toolset of the tool, which may be opt-in. */
function callTool(key: string, name: string, input: object, query = ''): Promise<Response> {
  const toolset = server.runtime.composition.tools.get(name)?.pluginId;
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } };
  return server.rpc(key, message, { at: `/x/${toolset}${query}` });
}

function callRest(key: string, { tool }: Place, input: Record<string, unknown>): Promise<Response> {
  const { method = 'GET', path = '' } = tool.http ?? {};
  const rest = { ...input };
  const address = path.replaceAll(/\{([^}]*)\}/g, (_all, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (method !== 'GET' && method !== 'DELETE') return server.rest(key, address, { method, body: JSON.stringify(rest) });
  const query = new URLSearchParams(
    Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return server.rest(key, `${address}?${query}`, { method });
}

describe('a key of another workspace', () => {
  it('is told of every id in every tool what it is told of an id that does not exist', async () => {
    const all = places();
    expect(all.length).toBeGreaterThan(0);
    for (const place of all) {
      const where = `${place.tool.name} ${place.path}`;
      const theirs = idOf(owner, place.prefix);
      const missing = missingId(place.prefix);
      const foreign = await bare(
        await callTool(stranger.key, place.tool.name, argumentsFor(place, theirs, stranger)),
        theirs,
      );
      const absent = await bare(
        await callTool(stranger.key, place.tool.name, argumentsFor(place, missing, stranger)),
        missing,
      );
      expect(foreign, where).toBe(absent);
      expect(foreign, where).toContain('\\"error\\":\\"not_found\\"');
    }
  });

  it('is told the same over REST', async () => {
    for (const place of places().filter(({ tool }) => tool.http !== undefined)) {
      const where = `${place.tool.name} ${place.path}`;
      const theirs = idOf(owner, place.prefix);
      const missing = missingId(place.prefix);
      const foreign = await bare(await callRest(stranger.key, place, argumentsFor(place, theirs, stranger)), theirs);
      const absent = await bare(await callRest(stranger.key, place, argumentsFor(place, missing, stranger)), missing);
      expect(foreign, where).toBe(absent);
      expect(foreign, where).toMatch(/^404 /);
    }
  });

  it('is told the same of a chatbot that the endpoint is bound to', async () => {
    const theirs = idOf(owner, 'bot');
    const missing = missingId('bot');
    for (const place of places().filter(({ path }) => path === 'chatbotId')) {
      const { chatbotId: _bound, ...input } = argumentsFor(place, theirs, stranger);
      const foreign = await bare(await callTool(stranger.key, place.tool.name, input, `?chatbot=${theirs}`), theirs);
      const absent = await bare(await callTool(stranger.key, place.tool.name, input, `?chatbot=${missing}`), missing);
      expect(foreign, place.tool.name).toBe(absent);
      expect(foreign, place.tool.name).toContain('not_found');
    }
  });

  it('is told the same of every resource and every prompt that takes an id', async () => {
    const { resources, prompts } = server.runtime.composition;
    const requests: { method: string; params: (id: string) => object; prefix: string }[] = [];
    for (const { resource } of resources.values()) {
      for (const [name, prefix] of idsOf(resource.params)) {
        requests.push({
          method: 'resources/read',
          prefix,
          params: id => ({ uri: resource.uri.replace(`{${name}}`, id) }),
        });
      }
    }
    for (const { prompt } of prompts.values()) {
      for (const [name, prefix] of idsOf(prompt.args)) {
        const input = (id: string) =>
          sampleInput(z.toJSONSchema(prompt.args, { io: 'input' }), () => id, name) as object;
        requests.push({ method: 'prompts/get', prefix, params: id => ({ name: prompt.name, arguments: input(id) }) });
      }
    }
    expect(requests.length).toBeGreaterThan(0);
    for (const { method, params, prefix } of requests) {
      const ask = async (key: string, id: string) =>
        bare(await server.rpc(key, { jsonrpc: '2.0', id: 1, method, params: params(id) }), id);
      const theirs = idOf(owner, prefix);
      const foreign = await ask(stranger.key, theirs);
      expect(foreign).toBe(await ask(stranger.key, missingId(prefix)));
      expect(foreign).toContain('"error"');
      expect(await ask(owner.key, theirs)).toContain('"result"');
    }
  });

  it('is never suggested an id that is not its own', async () => {
    const { resources } = server.runtime.composition;
    for (const { resource, template } of resources.values()) {
      for (const name of template?.variables ?? []) {
        const params = { ref: { type: 'ref/resource', uri: resource.uri }, argument: { name, value: '' } };
        const suggested = JSON.stringify(await server.result(stranger.key, 'completion/complete', params));
        for (const id of owner.ids.values()) expect(suggested).not.toContain(id);
      }
    }
  });

  it('has changed nothing, and the owner reads what the stranger could not', async () => {
    for (const place of places().filter(({ tool }) => tool.safety.readOnly)) {
      const theirs = idOf(owner, place.prefix);
      const answer = await bare(await callTool(owner.key, place.tool.name, argumentsFor(place, theirs, owner)), theirs);
      expect(answer, place.tool.name).not.toContain('"isError":true');
    }
    const chatbot = await server.result(owner.key, 'tools/call', {
      name: 'get_chatbot',
      arguments: { chatbotId: idOf(owner, 'bot') },
    });
    expect(chatbot.structuredContent).toMatchObject({ name: 'Ours' });
  });
});

/** The fields of a schema that take ids, with the prefix. */
function idsOf(schema: z.ZodObject | undefined): [string, string][] {
  if (schema === undefined) return [];
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).flatMap(([name, property]): [string, string][] => {
    const prefix = idPrefix(property);
    return prefix === undefined ? [] : [[name, prefix]];
  });
}
