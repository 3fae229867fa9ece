import {
  defineEvent,
  definePlugin,
  definePrompt,
  defineResource,
  defineService,
  defineTool,
  on,
  type Plugin,
  type PluginSpec,
  provide,
  workspaceOwned,
} from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compose } from '../src/compose.ts';
import { ComposeError, type ComposeErrorCode } from '../src/compose-error.ts';

const field = z.string().describe('A field.');

function tool(name: string, more: object = {}) {
  const spec = {
    name,
    title: 'A tool',
    description: 'Does something.',
    safety: { readOnly: true },
    input: z.object({ a: field }),
    output: z.object({ b: field }),
  } as const;
  return defineTool({ ...spec, ...more }).run(async () => ({ b: '' }));
}

function resource(uri: string, name = 'thing', more: object = {}) {
  return defineResource({ uri, name, title: 'A thing', description: 'A thing.', ...more }).read(async () => ({}));
}

function prompt(name: string, args = z.object({})) {
  return definePrompt({ name, title: 'A prompt', description: 'A prompt.', args }).get(async () => []);
}

function entity(name: string, protection: object = workspaceOwned) {
  const schema = defineEntity({
    name,
    tableName: `${name.toLowerCase()}s`,
    ...protection,
    properties: { workspaceId: p.uuid().primary(), id: p.uuid().primary() },
  });
  const Entity = class extends schema.class {};
  schema.setClass(Entity);
  return Entity;
}

class Nothing extends Migration {
  override up(): void {}
}

const plugin = (id: string, spec: Omit<PluginSpec, 'id' | 'version'> = {}): Plugin =>
  definePlugin({ id, version: '1.0.0', ...spec });
const event = defineEvent('thing.made', 'A thing was made.', z.object({}));
const service = defineService<number>('a.service');
const completion = { argument: 'thingId', complete: async () => [] };
const route = { method: 'GET', path: '/x/{id}', access: 'public', handle: async () => new Response() } as const;
const job = { name: 'tidy', every: 60, run: async () => {} };
const get = (path: `/${string}`) => ({ http: { method: 'GET', path } });

const misfits: [ComposeErrorCode, string, readonly Plugin[]][] = [
  ['contract_version', 'another version of the contract', [{ ...plugin('a'), contractVersion: 99 }]],
  ['invalid_plugin_id', 'a plugin id with capitals', [plugin('Webhooks')]],
  ['duplicate_plugin', 'the same plugin twice', [plugin('a'), plugin('a')]],
  ['invalid_tool_name', 'a tool name in camel case', [plugin('a', { tools: [tool('doIt')] })]],
  ['invalid_tool_name', 'a tool name of 33 characters', [plugin('a', { tools: [tool('a'.repeat(33))] })]],
  [
    'invalid_view',
    'a view of a tool without structured results',
    [plugin('a', { tools: [tool('do_it', { output: undefined, view: { html: '<!doctype html>' } })] })],
  ],
  [
    'invalid_view',
    'a view that is no whole document',
    [plugin('a', { tools: [tool('do_it', { view: { html: '<p>Hello</p>' } })] })],
  ],
  [
    'invalid_fields',
    'fields of a tool without structured results',
    [plugin('a', { tools: [tool('do_it', { output: undefined, fields: 'root' })] })],
  ],
  [
    'invalid_fields',
    'fields of the rows of a tool that answers none',
    [plugin('a', { tools: [tool('do_it', { fields: 'data' })] })],
  ],
  [
    'invalid_fields',
    'fields of a tool that has an argument of that name',
    [plugin('a', { tools: [tool('do_it', { input: z.object({ fields: field }), fields: 'root' })] })],
  ],
  [
    'duplicate_tool',
    'one tool name in two plugins',
    [plugin('a', { tools: [tool('do_it')] }), plugin('b', { tools: [tool('do_it')] })],
  ],
  [
    'missing_description',
    'a tool without a description',
    [plugin('a', { tools: [tool('do_it', { description: ' ' })] })],
  ],
  [
    'missing_description',
    'a field without a description',
    [plugin('a', { tools: [tool('do_it', { input: z.object({ a: z.string() }) })] })],
  ],
  [
    'invalid_schema',
    'a schema that JSON Schema cannot say',
    [plugin('a', { tools: [tool('do_it', { input: z.object({ a: z.bigint().describe('A.') }) })] })],
  ],
  [
    'invalid_http_binding',
    'a path parameter that is no argument',
    [plugin('a', { tools: [tool('do_it', get('/things/{id}'))] })],
  ],
  [
    'duplicate_http_binding',
    'two tools at one path',
    [plugin('a', { tools: [tool('do_it', get('/x/{a}')), tool('do_that', get('/x/{a}'))] })],
  ],
  ['invalid_resource_uri', 'an address without a scheme', [plugin('a', { resources: [resource('things')] })]],
  [
    'invalid_resource_uri',
    'an address parameter without a field',
    [plugin('a', { resources: [resource('x://{thingId}')] })],
  ],
  [
    'duplicate_resource',
    'one address twice',
    [plugin('a', { resources: [resource('x://y', 'a'), resource('x://y', 'b')] })],
  ],
  [
    'duplicate_resource',
    'one resource name twice',
    [plugin('a', { resources: [resource('x://y'), resource('x://z')] })],
  ],
  ['invalid_prompt_name', 'a prompt name with spaces', [plugin('a', { prompts: [prompt('do it')] })]],
  [
    'invalid_prompt_argument',
    'a prompt argument that is no text',
    [plugin('a', { prompts: [prompt('do-it', z.object({ n: z.number().describe('N.') }))] })],
  ],
  [
    'duplicate_prompt',
    'one prompt twice',
    [plugin('a', { prompts: [prompt('do-it')] }), plugin('b', { prompts: [prompt('do-it')] })],
  ],
  [
    'duplicate_completion',
    'two completions of an argument',
    [plugin('a', { completions: [completion] }), plugin('b', { completions: [completion] })],
  ],
  ['duplicate_event', 'one event in two plugins', [plugin('a', { events: [event] }), plugin('b', { events: [event] })]],
  [
    'unknown_event',
    'a subscription to an event that nobody publishes',
    [plugin('a', { subscriptions: [on(event, 'note', async () => {})] })],
  ],
  [
    'duplicate_subscription',
    'two subscriptions of one name',
    [
      plugin('a', {
        events: [event],
        subscriptions: [on(event, 'note', async () => {}), on(event, 'note', async () => {})],
      }),
    ],
  ],
  [
    'duplicate_service',
    'two providers of a service',
    [plugin('a', { provides: [provide(service, () => 1)] }), plugin('b', { provides: [provide(service, () => 2)] })],
  ],
  ['missing_service', 'a service that nobody provides', [plugin('a', { requires: [service] })]],
  [
    'duplicate_migration',
    'one migration name twice',
    [
      plugin('a', {
        storage: {
          migrations: [
            { name: 'm', class: Nothing },
            { name: 'm', class: Nothing },
          ],
        },
      }),
    ],
  ],
  [
    'duplicate_entity',
    'one table twice',
    [
      plugin('a', { storage: { entities: [entity('Twin')] } }),
      plugin('b', { storage: { entities: [entity('Twin')] } }),
    ],
  ],
  [
    'unprotected_entity',
    'a table without forced row-level security',
    [plugin('a', { storage: { entities: [entity('Open', {})] } })],
  ],
  [
    'unprotected_entity',
    'a table whose owner escapes row-level security',
    [plugin('a', { storage: { entities: [entity('Ajar', { ...workspaceOwned, rowLevelSecurity: true })] } })],
  ],
  [
    'foreign_table',
    'rights in a table of somebody else',
    [plugin('a', { storage: { rights: { worker: { chatbots: ['select'] } } } })],
  ],
  [
    'duplicate_route',
    'one route in two plugins',
    [plugin('a', { routes: [route] }), plugin('b', { routes: [{ ...route, path: '/x/{other}' }] })],
  ],
  ['duplicate_job', 'two jobs of one name', [plugin('a', { jobs: [job, job] })]],
  ['invalid_job', 'a job that never rests', [plugin('a', { jobs: [{ ...job, every: 0 }] })]],
];

describe('compose', () => {
  it.each(misfits)('refuses with %s: %s', (code, _what, plugins) => {
    const attempt = () => compose(plugins);
    expect(attempt).toThrow(ComposeError);
    expect(attempt).toThrow(expect.objectContaining({ code }));
  });

  it('names both versions of a plugin that is installed twice, and the command that finds them', () => {
    const twice = [plugin('webhooks'), { ...plugin('webhooks'), version: '1.0.1' }];
    expect(() => compose(twice)).toThrow(
      /two versions of plugin "webhooks": 1\.0\.0 and 1\.0\.1\..*npm ls @conferbot\/webhooks/,
    );
  });

  it('names both majors of a contract that is installed twice, and the command that finds them', () => {
    const foreign = { ...plugin('webhooks'), contractVersion: 2 };
    expect(() => compose([foreign])).toThrow(
      /"webhooks" 1\.0\.0 is written for contract 2, this runtime speaks contract 1\..*npm ls @conferbot\/plugin/,
    );
  });

  it('says that an entity of another copy of MikroORM is the reason why it is unknown', () => {
    class Stray {}
    expect(() => compose([plugin('a', { storage: { entities: [Stray] } })])).toThrow(
      /entity Stray of plugin "a" 1\.0\.0 .*npm ls @mikro-orm\/core/,
    );
  });

  it('composes an optional subscription to an event that nobody publishes', () => {
    const waiting = plugin('a', { subscriptions: [on(event, 'note', async () => {}, { optional: true })] });
    expect(compose([waiting]).subscriptions.map(({ id }) => id)).toEqual(['a:note']);
  });

  it('has a test for each of its codes', () => {
    const tested = new Set(misfits.map(([code]) => code));
    const all: Record<ComposeErrorCode, true> = {
      contract_version: true,
      invalid_plugin_id: true,
      duplicate_plugin: true,
      invalid_tool_name: true,
      duplicate_tool: true,
      missing_description: true,
      invalid_schema: true,
      invalid_view: true,
      invalid_fields: true,
      invalid_http_binding: true,
      duplicate_http_binding: true,
      invalid_resource_uri: true,
      duplicate_resource: true,
      invalid_prompt_name: true,
      duplicate_prompt: true,
      invalid_prompt_argument: true,
      duplicate_completion: true,
      duplicate_event: true,
      unknown_event: true,
      duplicate_subscription: true,
      duplicate_service: true,
      missing_service: true,
      duplicate_migration: true,
      duplicate_entity: true,
      unprotected_entity: true,
      foreign_table: true,
      duplicate_route: true,
      duplicate_job: true,
      invalid_job: true,
    };
    expect([...tested].sort()).toEqual(Object.keys(all).sort());
  });

  it('keeps the order of the plugins, and sorts tools by name within each', () => {
    const composition = compose([
      plugin('z', { tools: [tool('b_tool'), tool('a_tool')] }),
      plugin('a', { tools: [tool('c_tool')] }),
    ]);
    expect([...composition.tools.keys()]).toEqual(['a_tool', 'b_tool', 'c_tool']);
    expect(composition.tools.get('a_tool')?.inputSchema).toEqual({
      type: 'object',
      properties: { a: { type: 'string', description: 'A field.' } },
      required: ['a'],
      additionalProperties: false,
    });
  });

  it('takes two plugins that use each other through services and events', () => {
    const composition = compose([
      plugin('a', { events: [event], requires: [service] }),
      plugin('b', { provides: [provide(service, () => 1)], subscriptions: [on(event, 'note', async () => {})] }),
    ]);
    expect(composition.subscriptions.map(({ id }) => id)).toEqual(['b:note']);
  });
});

describe('the schemas that clients read', () => {
  it('have one type in each place, and nothing that a model learns nothing from', () => {
    const fields = {
      nullable: z.string().max(9).nullable().describe('A.').default(null),
      at: z.iso.datetime().describe('B.'),
      count: z.int().min(1).describe('C.'),
      anything: z.union([z.looseObject({}), z.array(z.unknown())]).describe('D.'),
    };
    const composition = compose([plugin('a', { tools: [tool('do_it', { input: z.object(fields) })] })]);
    expect(composition.tools.get('do_it')?.inputSchema.properties).toEqual({
      nullable: { anyOf: [{ type: 'string', maxLength: 9 }, { type: 'null' }], description: 'A.', default: null },
      at: { type: 'string', format: 'date-time', description: 'B.' },
      count: { type: 'integer', minimum: 1, description: 'C.' },
      anything: {
        anyOf: [{ type: 'object', properties: {}, additionalProperties: true }, { type: 'array' }],
        description: 'D.',
      },
    });
  });
});
