import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropSecrets,
  type FlowGraph,
  mapSecrets,
  maskEffect,
  maskSecrets,
  parseGraph,
  restoreSecrets,
  secretsOf,
} from '../src/index.ts';

const node = (data: object, id = 'n') => ({ id, type: 'unknown-vendor-node', data });
const graphOf = (...nodes: object[]): FlowGraph => parseGraph({ nodes, edges: [] });
const dataOf = (graph: FlowGraph, index = 0) => graph.nodes[index]?.data;

/** No mask, no placeholder, and nothing that could stand in the rest of a graph. */
const secrets = fc.string({ unit: fc.constantFrom('Q', 'Z', 'µ', '7', '#'), minLength: 5, maxLength: 40 });

const anyNode = fc.oneof(
  fc.record({
    type: fc.constant('unknown-vendor-node'),
    token: secrets,
    password: fc.oneof(secrets, fc.integer({ min: 10_000_000, max: 99_999_999 })),
    text: fc.constantFrom('Hi', '{{name}}'),
    nested: fc.record({ token: fc.constant('shown') }),
  }),
  fc.record({ type: fc.constant('gpt-node'), apiKey: secrets, maxTokens: fc.constant(50) }),
  fc.record({
    type: fc.constant('webhook-node'),
    url: fc.constant('https://api.example.com'),
    headers: fc.record({ AUTHORIZATION: secrets, 'X-Api-Key': secrets, Accept: fc.constant('*/*') }),
    authentication: fc.record({ type: fc.constant('basic'), username: fc.constant('ada'), password: secrets }),
  }),
  fc.record({ type: fc.constantFrom('slack-node', 'discord-node'), webhookUrl: secrets, message: fc.constant('Hi') }),
);

const graphs = fc
  .array(anyNode, { minLength: 1, maxLength: 4 })
  .map(list => graphOf(...list.map(({ type, ...data }, index) => ({ id: `n${index}`, type, data: { ...data } }))));

describe('masking the secrets of a graph', () => {
  it('leaves none of their text behind, and gets them all back', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const masked = maskSecrets(graph);
        const json = JSON.stringify(masked);
        for (const { secret } of secretsOf(graph)) expect(json).not.toContain(secret);
        expect(restoreSecrets(masked, graph)).toEqual(graph);
        expect(maskSecrets(masked)).toEqual(masked);
      }),
    );
  });

  it('shows the last four characters of a secret from twelve on', () => {
    const graph = graphOf(node({ token: 'abcdefgh1234', secret: 'abcdefg1234', password: 12345678 }));
    expect(dataOf(maskSecrets(graph))).toMatchObject({ token: '••••1234', secret: '••••', password: '••••' });
  });

  it('takes placeholders, alone or after a scheme, for what they are', () => {
    const shown = { apiKey: '{{key}}', token: 'Bearer {{token}}', password: '' };
    const graph = graphOf(node({ ...shown, secret: 'Bearer', accessKey: 'sk-{{half}}' }));
    expect(dataOf(maskSecrets(graph))).toMatchObject({ ...shown, secret: '••••', accessKey: '••••' });
  });

  it('keeps the nodes in which there is nothing to mask as they are', () => {
    const graph = graphOf(node({ text: 'Hi' }), node({ token: 'abcdefgh1234' }, 'm'));
    expect(maskSecrets(graph).nodes[0]).toBe(graph.nodes[0]);
  });
});

describe('restoring the secrets of a graph', () => {
  const stored = graphOf(node({ token: 'abcdefgh1234', password: 'ijklmnop5678' }));

  it('takes a new secret', () => {
    const edited = graphOf(node({ token: 'new-secret-9999', password: '••••5678' }));
    expect(dataOf(restoreSecrets(edited, stored))).toMatchObject({
      token: 'new-secret-9999',
      password: 'ijklmnop5678',
    });
  });

  it('keeps a secret that was changed since it was read', () => {
    const edited = graphOf(node({ token: '••••0000' }));
    expect(dataOf(restoreSecrets(edited, stored))).toMatchObject({ token: 'abcdefgh1234' });
  });

  it('finds a secret by its mask where its field was renamed', () => {
    const edited = graphOf(node({ accessToken: '••••1234', apiKey: '••••0000' }));
    expect(dataOf(restoreSecrets(edited, stored))).toMatchObject({ accessToken: 'abcdefgh1234', apiKey: '' });
  });

  it('never shows a secret in a field that is none', () => {
    const edited = graphOf(node({ text: '••••1234' }));
    expect(dataOf(restoreSecrets(edited, stored))).toMatchObject({ text: '••••1234' });
  });

  it('empties a mask in another node, and in another type of node', () => {
    const copy = graphOf(node({ token: '••••1234' }, 'copy'), {
      id: 'n',
      type: 'other-vendor-node',
      data: { token: '••••1234' },
    });
    const restored = restoreSecrets(copy, stored);
    expect([dataOf(restored, 0), dataOf(restored, 1)]).toMatchObject([{ token: '' }, { token: '' }]);
  });
});

describe('other ways to treat the secrets of a graph', () => {
  it('drops them for a template', () => {
    const graph = graphOf(node({ token: 'abcdefgh1234', password: '{{p}}', nested: { token: 'x' } }));
    expect(dataOf(dropSecrets(graph))).toMatchObject({ token: '', password: '{{p}}', nested: { token: 'x' } });
  });

  it('encrypts them and gets them back, each with its place', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const places: string[] = [];
        const encrypted = mapSecrets(graph, (secret, { nodeId, pointer }) => {
          places.push(`${nodeId}${pointer}`);
          return `enc:${[...secret].reverse().join('')}`;
        });
        expect(places).toEqual(secretsOf(graph).map(({ nodeId, pointer }) => `${nodeId}${pointer}`));
        const back = mapSecrets(encrypted, secret => [...secret.slice(4)].reverse().join(''));
        expect(secretsOf(back)).toEqual(secretsOf(graph));
      }),
    );
  });
});

describe('the secrets of the catalogue', () => {
  const webhook = {
    url: 'https://api.example.com',
    headers: { Authorization: 'Bearer abcdefgh1234', 'x-auth-token': 'short', 'Content-Type': 'application/json' },
    authentication: { type: 'apikey', key: 'X-Key', value: 'ijklmnop5678', tokenUrl: 'https://api.example.com/t' },
  };

  it('are those of headers and authentication at an HTTP call', () => {
    const graph = graphOf({ id: 'n', type: 'webhook-node', data: webhook });
    expect(dataOf(maskSecrets(graph))).toMatchObject({
      url: webhook.url,
      headers: { Authorization: '••••1234', 'x-auth-token': '••••', 'Content-Type': 'application/json' },
      authentication: { ...webhook.authentication, value: '••••5678' },
    });
  });

  it('are masked in effects too', () => {
    const { url, headers, authentication } = webhook;
    const request = { kind: 'http', method: 'GET', url, headers, authentication, timeoutMs: 1, retries: 0 } as const;
    expect(maskEffect(request)).toMatchObject({
      headers: { Authorization: '••••1234', 'Content-Type': 'application/json' },
      authentication: { key: 'X-Key', value: '••••5678' },
    });
    const parameters = { channel: '#a', webhookUrl: 'https://hooks.slack.com/services/abcd' };
    const post = { kind: 'connector', connector: 'slack', operation: 'postMessage', parameters } as const;
    expect(maskEffect(post)).toEqual({ ...post, parameters: { channel: '#a', webhookUrl: '••••abcd' } });
    const ai = { kind: 'ai', apiKey: 'sk-0123456789', model: 'm', temperature: 0, maxTokens: 5, messages: [] } as const;
    expect(maskEffect(ai)).toEqual({ ...ai, apiKey: '••••6789' });
  });
});
