import { expect, test } from 'vitest';
import { nodeTypes } from '../src/catalogue/catalogue.ts';
import { validate } from '../src/findings/validate.ts';
import { findingCodes, parseGraph } from '../src/index.ts';
import { type GoldenCase, goldenCases, isConversation } from './support/golden-case.ts';

const cases = goldenCases();
const conversations = cases.filter(isConversation).map(golden => ({ golden, visited: visitedTypes(golden) }));

test('there are at least 120 cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120);
});

test('the catalogue has 59 node types', () => {
  expect(nodeTypes.size).toBe(59);
});

test.each([...nodeTypes.keys()])('%s is visited in two conversations or more', type => {
  expect(conversations.filter(({ visited }) => visited.has(type)).length).toBeGreaterThanOrEqual(2);
});

test.each([...nodeTypes.keys()])('%s is part of a flow without errors that is completed', type => {
  const found = conversations.some(({ golden, visited }) => {
    const { status } = golden.content.expect as { status: string };
    if (status !== 'completed' || !visited.has(type)) return false;
    return validate(parseGraph(golden.flow)).every(({ severity }) => severity !== 'error');
  });
  expect(found).toBe(true);
});

test.each(Object.keys(findingCodes))('%s is found', code => {
  const codes = cases.flatMap(({ content }) => (content.findings ?? []) as { code: string }[]);
  expect(codes.map(finding => finding.code)).toContain(code);
});

function visitedTypes({ flow, content }: GoldenCase): Set<string> {
  const { path } = content.expect as { path: readonly string[] };
  const types = new Map(parseGraph(flow).nodes.map(({ id, type }) => [id, type]));
  return new Set(path.map(id => types.get(id) ?? ''));
}
