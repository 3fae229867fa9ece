import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hosted, loadConfig, startHosted } from '../src/index.ts';
import { freshDataDir } from './support/data-dir.ts';

interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Schema;
  readonly outputSchema: Schema;
  readonly annotations: Readonly<Record<string, unknown>>;
}

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

/** o200k tokens of what a model sees. Raise one in the open: each is paid for in every conversation. */
const budgets: Readonly<Record<string, number>> = {
  '': 5500,
  '/readonly': 3100,
  '/x/chatbots': 925,
  '/x/flows': 1050,
  '/x/conversations': 1030,
  '/x/widget': 430,
  '/x/knowledge': 1250,
  '/x/analytics': 200,
  '/x/webhooks': 760,
  '/x/flow-lab': 3250,
  '/x/webhooks-lab': 310,
};

let hosted: Hosted;
let key: string;
const views = new Map<string, readonly Tool[]>();
const cleanups: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const { dataDir, remove } = await freshDataDir();
  cleanups.push(remove);
  hosted = await startHosted(loadConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'fatal' }));
  cleanups.push(() => hosted.close());
  const { id } = await hosted.accounts.workspaces.create({ name: 'Tools', plan: 'enterprise' });
  ({ key } = await hosted.accounts.keys.create(id, { name: 'Tools' }));
  const toolsets = hosted.runtime.composition.plugins.filter(plugin => plugin.tools.length > 0);
  for (const at of ['', '/readonly', ...toolsets.map(plugin => `/x/${plugin.id}`)]) {
    views.set(at, (await post(at, 'tools/list')).tools as Tool[]);
  }
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

async function post(at: string, method: string, params = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`${hosted.address}/api/v1/mcp${at}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  return ((await response.json()) as { result: Record<string, unknown> }).result;
}

/** Every tool there is, those of opt-in toolsets too. */
function everyTool(): Tool[] {
  return [...views].filter(([at]) => at.startsWith('/x/')).flatMap(([, tools]) => tools);
}

/** What clients hand to the model; the rest is for themselves. */
function tokensOf(tools: readonly Tool[]): number {
  return countTokens(
    JSON.stringify(tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }))),
  );
}

/** Paths of the fields of a schema that have no description. */
function undescribed({ properties = {}, items, anyOf = [], additionalProperties }: Schema, path = ''): string[] {
  const below = [items, ...anyOf, additionalProperties].filter(schema => typeof schema === 'object');
  return [
    ...Object.entries(properties).flatMap(([name, field]) => [
      ...(field.description ? [] : [`${path}${name}`]),
      ...undescribed(field, `${path}${name}.`),
    ]),
    ...below.flatMap(schema => undescribed(schema, path)),
  ];
}

/** A schema with one line for each field, so that a change is read at a glance. */
function lineByLine({ properties = {}, ...root }: Schema): Record<string, string> {
  const fields = Object.entries(properties).map(([name, field]) => [name, JSON.stringify(field)]);
  return { ...Object.fromEntries(fields), '(itself)': JSON.stringify(root) };
}

describe('what a model pays for tools', () => {
  it('stays under the budget of each address', () => {
    const table = [...views].map(([at, tools]) => {
      const tokens = tokensOf(tools);
      return { address: at === '' ? 'all' : at, tools: tools.length, tokens, budget: budgets[at] ?? 0 };
    });
    console.table(table);
    expect(table.filter(({ tokens, budget }) => tokens > budget)).toEqual([]);
  });

  it('is no more than 60 tokens for the description of a tool', () => {
    const long = (views.get('') ?? []).filter(({ description }) => countTokens(description) > 60);
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it('does not loosen what is checked, nor what REST documents', async () => {
    const { inputSchema } = everyTool().find(({ name }) => name === 'create_chatbot') as Tool;
    expect(inputSchema.properties?.name).not.toHaveProperty('maxLength');
    const refused = await post('', 'tools/call', { name: 'create_chatbot', arguments: { name: 'x'.repeat(101) } });
    expect(refused).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('expected string to have <=100 characters') }],
    });
    const openApi = await (await fetch(`${hosted.address}/api/v1/openapi.json`)).json();
    expect(openApi).toHaveProperty('components.schemas.CreateChatbotInput.properties.name.maxLength', 100);
  });
});

describe('every tool', () => {
  it('has a name, a title and a description of one paragraph', () => {
    for (const { name, title, description } of everyTool()) {
      expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
      expect(title, name).toMatch(/^[A-Z].{2,}/);
      expect(description, name).toMatch(/^[A-Z][^\n]{39,}\.$/);
    }
  });

  it('has a name of its own', () => {
    const names = everyTool().map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('has all four hints', () => {
    for (const { name, annotations } of everyTool()) {
      expect(annotations, name).toMatchObject({
        readOnlyHint: expect.any(Boolean),
        destructiveHint: expect.any(Boolean),
        idempotentHint: expect.any(Boolean),
        openWorldHint: expect.any(Boolean),
      });
    }
  });

  it('takes and answers plain objects, without combinators at the root', () => {
    for (const { name, inputSchema, outputSchema } of everyTool()) {
      for (const schema of [inputSchema, outputSchema]) {
        expect(schema, name).toMatchObject({ type: 'object', properties: expect.any(Object) });
        for (const combinator of ['oneOf', 'anyOf', 'allOf', 'not', 'if', '$ref']) {
          expect(schema, name).not.toHaveProperty([combinator]);
        }
      }
    }
  });

  it('takes and answers no field beside those that it names', () => {
    for (const { name, inputSchema, outputSchema } of everyTool()) {
      expect([inputSchema.additionalProperties, outputSchema.additionalProperties], name).toEqual([false, false]);
    }
  });

  it('describes every field that it takes or answers, however deep', () => {
    for (const { name, inputSchema, outputSchema } of everyTool()) {
      expect([...undescribed(inputSchema), ...undescribed(outputSchema)], name).toEqual([]);
    }
  });

  it('is in the read-only list when it says that it only reads, and not otherwise', () => {
    const reading = (views.get('') ?? []).filter(({ annotations }) => annotations.readOnlyHint === true);
    expect(views.get('/readonly')).toEqual(reading);
  });

  it('is listed as it was reviewed', () => {
    for (const { inputSchema, outputSchema, ...tool } of everyTool()) {
      const reviewed = { ...tool, input: lineByLine(inputSchema), output: lineByLine(outputSchema) };
      expect(reviewed).toMatchSnapshot(tool.name);
    }
  });
});
