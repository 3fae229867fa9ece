import { describe, expect, it } from 'vitest';
import { nodeTypes } from '../src/catalogue/catalogue.ts';
import { applyOperations, type JsonObject, parseGraph } from '../src/index.ts';

function check(type: string, data: JsonObject) {
  const graph = parseGraph({ nodes: [{ id: 'n', type, data }], edges: [] });
  return nodeTypes.get(type)?.check?.(nodeTypes.get(type)?.data.parse(graph.nodes[0]?.data), 'n') ?? [];
}

const found = (type: string, data: JsonObject) => check(type, data).map(({ code, pointer }) => `${code} ${pointer}`);

function fixed(type: string, data: JsonObject): JsonObject | undefined {
  const graph = parseGraph({ nodes: [{ id: 'n', type, data }], edges: [] });
  const operations = check(type, data).flatMap(({ fix }) => fix?.operations ?? []);
  return applyOperations(graph, operations).nodes[0]?.data;
}

describe('the address of an HTTP call', () => {
  it.each([
    ['', ['BAD_URL /url']],
    ['/orders', ['BAD_URL /url']],
    ['ftp://example.com', ['BAD_URL /url']],
    ['https://', ['BAD_URL /url']],
    ['http://127.1/x', ['PRIVATE_URL /url']],
    ['http://{{name}}@10.0.0.1/', ['PRIVATE_URL /url']],
    ['https://api.example.com/{{order}}?x={{y}}', []],
    ['https://{{shop}}.example.com', []],
    ['{{base}}/orders', []],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of an author
    [' ${base}/orders', []],
    ['••••7Qw2', []],
  ])('%j', (url, findings) => {
    expect(found('webhook-node', { url })).toEqual(findings);
  });

  it('gets its scheme where nothing else is missing', () => {
    expect(fixed('webhook-node', { url: 'example.com/hook?x=1' })).toMatchObject({
      url: 'https://example.com/hook?x=1',
    });
    expect(fixed('webhook-node', { url: '//example.com:8443' })).toMatchObject({ url: 'https://example.com:8443' });
    expect(fixed('webhook-node', { url: 'not an address' })).toMatchObject({ url: 'not an address' });
  });

  it('is fixed where it lies deeper, and leaves the rest alone', () => {
    const authentication = { type: 'custom', tokenUrl: 'example.com/t', username: 'a', password: 'b' };
    expect(found('webhook-node', { url: 'https://example.com', authentication })).toEqual([
      'BAD_URL /authentication/tokenUrl',
    ]);
    expect(fixed('webhook-node', { url: 'https://example.com', authentication })).toMatchObject({
      authentication: { ...authentication, tokenUrl: 'https://example.com/t' },
    });
  });
});

describe('secrets that a node needs', () => {
  const url = 'https://example.com';

  it.each<[string, JsonObject, string[]]>([
    ['bearer', { type: 'Bearer', token: ' ' }, ['SECRET_MISSING /authentication/token']],
    ['basic', { type: 'basic', username: 'ada' }, ['SECRET_MISSING /authentication/password']],
    ['apikey', { type: 'apikey', key: 'X-Key' }, ['SECRET_MISSING /authentication/value']],
    [
      'oauth2',
      { type: 'oauth2', tokenUrl: url, clientId: 'c', clientSecret: '' },
      ['SECRET_MISSING /authentication/clientSecret'],
    ],
    ['the first form', { tokenUrl: url, username: 'ada' }, ['SECRET_MISSING /authentication/password']],
    ['none', { type: 'none' }, []],
    ['a placeholder', { type: 'bearer', token: '{{token}}' }, []],
  ])('%s', (_name, authentication, findings) => {
    expect(found('webhook-node', { url, authentication })).toEqual(findings);
  });

  it('are not empty in a header', () => {
    const headers = { Authorization: '', 'X-Api-Key': null, 'x-a/token': ' ', Accept: '', Cookie: '{{cookie}}' };
    expect(found('webhook-node', { url, headers })).toEqual([
      'SECRET_MISSING /headers/Authorization',
      'SECRET_MISSING /headers/X-Api-Key',
      'SECRET_MISSING /headers/x-a~1token',
    ]);
  });

  it('are a key or an address of its own at an AI', () => {
    expect(found('gpt-node', {})).toEqual(['SECRET_MISSING /apiKey']);
    expect(found('gpt-node', { customEndpoint: 'http://localhost:11434/v1' })).toEqual(['PRIVATE_URL /customEndpoint']);
    expect(found('gpt-node', { apiKey: 'sk-1' })).toEqual([]);
  });
});

describe('numbers beyond what the engine takes', () => {
  it.each([
    ['webhook-node', { url: 'https://example.com', timeout: '120', maxRetries: 99 }, { timeout: 30, maxRetries: 5 }],
    ['gpt-node', { apiKey: 'k', temperature: -1, maxTokens: 1e6 }, { temperature: 0, maxTokens: 32_000 }],
    ['delay-node', { delay: 3_600 }, { delay: 600 }],
    ['human-handover-node', { maxWaitTime: 0 }, { maxWaitTime: 0.1 }],
  ])('%s', (type, data, nearest) => {
    expect(check(type, data).map(({ code }) => code)).toEqual(Object.keys(nearest).map(() => 'LIMIT_EXCEEDED'));
    expect(fixed(type, data)).toMatchObject(nearest);
    expect(check(type, { ...data, ...nearest })).toEqual([]);
  });

  it('says whether a delay waits', () => {
    const waits = (delay: number) => nodeTypes.get('delay-node')?.waits?.({ delay });
    expect([waits(4.999), waits(5)]).toEqual([false, true]);
  });
});

describe('examples of the catalogue', () => {
  const mine = [...nodeTypes.values()].filter(({ group }) => group === 'integration' || group === 'special');

  it.each(mine.map(type => [type.type, type]))('%s has one that passes its own checks', (name, type) => {
    expect(check(name, type.example)).toEqual([]);
  });

  it('knows 19 of them', () => {
    expect(mine).toHaveLength(19);
  });
});
