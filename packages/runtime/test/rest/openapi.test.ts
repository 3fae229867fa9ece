import { definePlugin, defineTool } from '@conferbot/plugin';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compose } from '../../src/compose.ts';
import { docsPage } from '../../src/rest/docs-page.ts';
import { type OpenApiDocument, openApi } from '../../src/rest/openapi.ts';

interface Branch {
  readonly label: string;
  readonly branches: readonly Branch[];
}

const branch: z.ZodType<Branch> = z.lazy(() =>
  z.object({ label: z.string().describe('Its name.'), branches: z.array(branch).describe('What grows on it.') }),
);

const growTree = defineTool({
  name: 'grow_tree',
  title: 'Grow tree',
  description: 'Grows a tree; <script>alert("x")</script> & more.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  http: { method: 'POST', path: '/gardens/{gardenId}/trees', status: 201 },
  input: z.object({
    gardenId: z.string().describe('Where.'),
    root: branch.describe('The tree.'),
    note: z.string().optional().describe('A note.'),
  }),
  output: z.object({ root: branch.describe('The tree.') }),
}).run(async ({ root }) => ({ root }));

const listTrees = defineTool({
  name: 'list_trees',
  title: 'List trees',
  description: 'Lists trees.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/gardens/{gardenId}/trees' },
  input: z.object({
    gardenId: z.string().describe('Where.'),
    kinds: z
      .array(z.enum(['oak', 'pine']))
      .optional()
      .describe('Which.'),
    limit: z.int().default(20).describe('How many.'),
    area: z.object({ from: z.int(), to: z.int() }).describe('Between.'),
  }),
  output: z.object({ trees: z.array(z.string()).describe('Names.') }),
}).run(async () => ({ trees: [] }));

const paintGarden = defineTool({
  name: 'paint_garden',
  title: 'Paint garden',
  description: 'Answers a picture.',
  safety: { readOnly: true },
  http: { method: 'POST', path: '/gardens/{gardenId}/picture' },
  input: z.object({ gardenId: z.string().describe('Where.') }),
}).run(async () => [{ type: 'text', text: 'green' }]);

const internalOnly = defineTool({
  name: 'think',
  title: 'Think',
  description: 'Is not bound to HTTP.',
  safety: { readOnly: true },
  input: z.object({}),
  output: z.object({}),
}).run(async () => ({}));

const plugin = definePlugin({
  id: 'garden',
  version: '1.0.0',
  tools: [growTree, listTrees, paintGarden, internalOnly],
});
const document = openApi(compose([plugin]), { serverUrl: 'https://mcp.example.com', version: '1.2.3' });

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, references included', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document) as unknown as Record<string, unknown>)).toEqual({
      valid: true,
    });
    expect(validator.version).toBe('3.1');
    expect(danglingReferences(document)).toEqual([]);
  });

  it('has an operation for each tool with a binding, and none for the others', () => {
    const operations = Object.values(document.paths).flatMap(methods => Object.values(methods));
    expect(operations.map(operation => operation.operationId).sort()).toEqual([
      'grow_tree',
      'list_trees',
      'paint_garden',
    ]);
    expect(document.servers).toEqual([{ url: 'https://mcp.example.com/api/v1/external/v1' }]);
    expect(document.info.version).toBe('1.2.3');
  });

  it('puts arguments where they go: path, query or body', () => {
    const { get, post } = document.paths['/gardens/{gardenId}/trees'] ?? {};
    expect(get?.parameters?.map(({ name, in: place, required }) => `${place} ${name} ${required}`)).toEqual([
      'path gardenId true',
      'query kinds false',
      'query limit false',
      'query area true',
    ]);
    expect(get?.parameters?.at(-1)).toMatchObject({ content: { 'application/json': { schema: { type: 'object' } } } });
    expect(post?.parameters?.map(({ name }) => name)).toEqual(['gardenId', 'Idempotency-Key']);
    const schemas = document.components.schemas as Record<string, { properties: object; required: string[] }>;
    expect(Object.keys(schemas.GrowTreeInput?.properties ?? {})).toEqual(['root', 'note']);
    expect(schemas.GrowTreeInput?.required).toEqual(['root']);
    expect(document.paths['/gardens/{gardenId}/picture']?.post?.requestBody).toBeUndefined();
  });

  it('lets every POST, and nothing else, be repeated under a key', () => {
    const operations = Object.values(document.paths).flatMap(methods => Object.entries(methods));
    const keyed = operations.filter(([, { parameters = [] }]) =>
      parameters.some(parameter => parameter.name === 'Idempotency-Key' && parameter.in === 'header'),
    );
    expect(keyed.map(([, { operationId }]) => operationId)).toEqual(['grow_tree', 'paint_garden']);
    for (const [, { responses }] of keyed) {
      expect(responses['422']).toEqual({ $ref: '#/components/responses/Status422' });
      const success = responses['201'] ?? responses['200'];
      expect(success).toMatchObject({ headers: { 'Idempotency-Replayed': {} } });
    }
    expect(document.components.responses).toMatchObject({
      Status422: { description: expect.stringMatching(/^Unprocessable Content/) },
    });
  });

  it('tells success by the status of the binding, and every failure', () => {
    const { get, post } = document.paths['/gardens/{gardenId}/trees'] ?? {};
    const failures = ['400', '401', '403', '404', '409', '413', '415', '429', '503'];
    expect(Object.keys(get?.responses ?? {})).toEqual(['200', ...failures]);
    expect(Object.keys(post?.responses ?? {}).sort()).toEqual(['201', ...failures, '422'].sort());
    expect(document.components.securitySchemes).toMatchObject({
      apiKey: { in: 'header', name: 'x-api-key' },
      bearer: { type: 'http', scheme: 'bearer' },
    });
  });
});

describe('the page for people', () => {
  it('shows texts of tools as texts', () => {
    const { html } = docsPage(document);
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more');
    expect(html).not.toContain('<script');
  });

  it('shows every argument of every operation', () => {
    const { html } = docsPage(document);
    for (const text of [
      '<code>note</code>',
      '<code>root</code> (required)',
      '<code>kinds</code>',
      '/gardens/{gardenId}/trees',
    ]) {
      expect(html).toContain(text);
    }
  });
});

function danglingReferences(root: OpenApiDocument): string[] {
  const dangling: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('$ref' in value && typeof value.$ref === 'string' && resolve(root, value.$ref) === undefined)
      dangling.push(value.$ref);
    for (const entry of Object.values(value)) visit(entry);
  };
  visit(root);
  return dangling;
}

function resolve(root: unknown, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined;
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root);
}
