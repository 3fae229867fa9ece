import { expect, test } from 'vitest';
import { nodeTypes } from '../src/catalogue/catalogue.ts';
import { findingCodes } from '../src/findings/codes.ts';
import { components } from '../src/findings/components.ts';
import { onlyNear } from '../src/findings/edit-distance.ts';
import { validate } from '../src/findings/validate.ts';
import { parseGraph } from '../src/index.ts';
import { goldenCases, isConversation } from './support/golden-case.ts';

const welcome = { id: 'w', type: 'welcome-node', data: { text: 'Hi' } };
const message = (id: string, text: string) => ({ id, type: 'message-node', data: { text } });

test('every code has a golden case', () => {
  const shown = goldenCases()
    .filter(golden => !isConversation(golden))
    .flatMap(({ content }) => (content['findings'] as { code: string }[]).map(({ code }) => code));
  expect(Object.keys(findingCodes).filter(code => !shown.includes(code))).toEqual([]);
});

test.each([...nodeTypes.values()].map(type => [type.type, type] as const))(
  'the example of a %s has no structural errors',
  (_name, type) => {
    const node = { id: 'n', type: type.type, data: type.example };
    const graph = parseGraph({ nodes: [welcome, node], edges: [{ source: 'w', target: 'n' }] });
    const codes = validate(graph).map(({ code }) => code);
    for (const code of ['BAD_NODE_DATA', 'BAD_TEMPLATE', 'BAD_EXPRESSION', 'LIMIT_EXCEEDED', 'RESERVED_VARIABLE']) {
      expect(codes).not.toContain(code);
    }
  },
);

test('findings come in the order of nodes, then edges, errors first', () => {
  const long = message('a', `{{}} ${'word '.repeat(200)}`);
  const edges = [
    { id: 'x', source: 'w', target: 'gone' },
    { id: 'y', source: 'a', target: 'b' },
    { id: 'z', source: 'w', target: 'a', sourceHandle: 'nowhere' },
  ];
  const findings = validate(parseGraph({ nodes: [welcome, long, message('b', '{{}}')], edges }));
  expect(findings.map(({ code, nodeId, edgeId }) => [code, nodeId ?? edgeId])).toEqual([
    ['BAD_TEMPLATE', 'a'],
    ['LONG_MESSAGE', 'a'],
    ['BAD_TEMPLATE', 'b'],
    ['EDGE_TARGET_MISSING', 'x'],
    ['UNKNOWN_HANDLE', 'z'],
  ]);
});

test('addresses in a private network pass where they are allowed', () => {
  const node = { id: 'h', type: 'webhook-node', data: { url: 'http://127.0.0.1/hook' } };
  const graph = parseGraph({ nodes: [welcome, node], edges: [{ source: 'w', target: 'h' }] });
  expect(validate(graph).map(({ code }) => code)).toContain('PRIVATE_URL');
  expect(validate(graph, { allowPrivateUrls: true })).toEqual([]);
});

test('a message names the nodes that take part, and the pointers of others', () => {
  const nodes = [welcome, message('a', 'x'), message('b', 'y')];
  const edges = [
    { source: 'w', target: 'a' },
    { source: 'a', target: 'b' },
    { source: 'b', target: 'a' },
  ];
  const [finding] = validate(parseGraph({ nodes, edges }));
  expect(finding?.message).toContain('"a", "b"');
  expect(finding?.related).toEqual(['/nodes/2']);
});

test('components are found in a graph too deep for recursion', () => {
  const size = 50_000;
  const vertices = Array.from({ length: size }, (_, index) => index);
  const ring = components(vertices, vertex => [(vertex + 1) % size]);
  expect(ring.map(({ length }) => length)).toEqual([size]);
  expect(components(vertices, vertex => (vertex + 1 < size ? [vertex + 1] : []))).toHaveLength(size);
});

test('two circles that only touch one way are two components', () => {
  const next: Record<string, string[]> = { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] };
  const found = components(Object.keys(next), vertex => next[vertex] ?? []);
  expect(found.map(members => members.sort().join(''))).toEqual(['cd', 'ab']);
});

test.each([
  ['compny', ['company', 'budget'], 'company'],
  ['nmae', ['name'], undefined],
  ['emails', ['email', 'e-mails'], undefined],
  ['company', ['company'], undefined],
  ['ab', ['cd'], undefined],
])('of a name that nothing sets, %s, only a near and single one is proposed', (word, candidates, near) => {
  expect(onlyNear(word, candidates)).toBe(near);
});
