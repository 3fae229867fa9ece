import { expect, test } from 'vitest';
import { applyFixes } from '../src/findings/apply-fixes.ts';
import { validate } from '../src/findings/validate.ts';
import { parseGraph } from '../src/index.ts';
import { deepFreeze } from './support/deep-freeze.ts';
import { goldenCases, isConversation } from './support/golden-case.ts';

const welcome = { id: 'w', type: 'welcome-node', data: { text: 'Hi' } };
const graphs = goldenCases().map(({ name, flow }) => [name, deepFreeze(parseGraph(flow))] as const);

test.each(graphs)('fixes bring no new error, and none is left that helps: %s', (_name, graph) => {
  const before = validate(graph).filter(({ severity }) => severity === 'error');
  const fixed = applyFixes(graph);
  const errors = fixed.left.filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeLessThanOrEqual(before.length);
  expect(fixed.left).toEqual(validate(fixed.graph));
  expect(applyFixes(fixed.graph).applied).toEqual([]);
});

test('only the fixes that are asked for are applied', () => {
  const delay = (id: string) => ({ id, type: 'delay-node', data: { delay: 700 } });
  const edges = [
    { source: 'w', target: 'a' },
    { source: 'a', target: 'b' },
  ];
  const graph = parseGraph({ nodes: [welcome, delay('a'), delay('b')], edges });
  const wanted = validate(graph).filter(({ nodeId }) => nodeId === 'b');
  const { applied, left, graph: fixed } = applyFixes(graph, wanted);
  expect(applied.map(({ nodeId }) => nodeId)).toEqual(['b']);
  expect(left.map(({ nodeId }) => nodeId)).toEqual(['a']);
  expect(fixed.nodes.map(({ data }) => data['delay'])).toEqual([undefined, 700, 600]);
});

test('several fixes in one list of one node are all applied', () => {
  const questions = ['first.name', 'last.name', 'session'].map(answerVariable => ({
    questionText: '?',
    answerVariable,
  }));
  const node = { id: 'q', type: 'ask-multiple-questions-node', data: { questions } };
  const graph = parseGraph({ nodes: [welcome, node], edges: [{ source: 'w', target: 'q' }] });
  const { graph: fixed, applied } = applyFixes(graph);
  expect(applied).toHaveLength(3);
  expect(fixed.nodes[1]?.data['questions']).toMatchObject([
    { answerVariable: 'first_name' },
    { answerVariable: 'last_name' },
    { answerVariable: 'session_answer' },
  ]);
});

test('a clean graph is returned as it is', () => {
  const graph = parseGraph({ nodes: [welcome], edges: [] });
  expect(applyFixes(graph)).toEqual({ graph, applied: [], left: [] });
});

test('every golden case of a fix has one that works', () => {
  const fixable = goldenCases().filter(golden => !isConversation(golden) && 'afterFixes' in golden.content);
  expect(fixable.length).toBeGreaterThan(10);
  for (const { flow } of fixable) expect(applyFixes(parseGraph(flow)).applied).not.toEqual([]);
});

test('a fix that would bring an error is left out, and the others of its round are not', () => {
  const nodes = [
    welcome,
    { id: 'm', type: 'mesage-node', data: {} },
    { id: 'd', type: 'delay-node', data: { delay: 700 } },
  ];
  const edges = [
    { source: 'w', target: 'm' },
    { source: 'm', target: 'd' },
  ];
  const { applied, left } = applyFixes(parseGraph({ nodes, edges }));
  expect(applied.map(({ code }) => code)).toEqual(['LIMIT_EXCEEDED']);
  expect(left.map(({ code }) => code)).toEqual(['UNKNOWN_NODE_TYPE']);
});
