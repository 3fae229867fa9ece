import { expect, test } from 'vitest';
import { diff } from '../src/difference/diff.ts';
import { parseGraph } from '../src/index.ts';

const welcome = { id: 'w', type: 'welcome-node', data: { text: 'Hi' } };
const email = (questionText: string, position = { x: 0, y: 0 }) => ({
  id: 'email',
  type: 'ask-email-node',
  data: { questionText, answerVariable: 'mail' },
  position,
});
const choice = (...choices: { id: string; choiceText: string }[]) => ({
  id: 'q',
  type: 'n-choices-node',
  data: { choicePrompt: 'Which?', choices },
});
const red = { id: 'a', choiceText: 'Red' };
const graph = (nodes: object[], edges: object[] = []) => parseGraph({ nodes, edges });

test('a graph does not differ from itself', () => {
  const flow = graph([welcome, email('Mail?')], [{ source: 'w', target: 'email' }]);
  expect(diff(flow, flow).summary).toEqual([]);
});

test('a question that asks something else is told with both texts', () => {
  const { nodes, summary } = diff(graph([email('Mail?')]), graph([email('<b>Your e-mail?</b>')]));
  expect(nodes.changed[0]?.texts).toEqual([
    { pointer: '/questionText', before: 'Mail?', after: '<b>Your e-mail?</b>' },
  ]);
  expect(summary).toEqual(['Question "email" now asks: "Your e-mail?".']);
});

test('an option put first does not rename the others', () => {
  const { nodes } = diff(
    graph([choice(red, { id: 'b', choiceText: 'Blue' })]),
    graph([choice({ id: 'c', choiceText: 'Green' }, { ...red, choiceText: 'Dark red' })]),
  );
  expect(nodes.changed[0]?.options).toEqual({
    added: [{ id: 'c', label: 'Green' }],
    removed: [{ id: 'b', label: 'Blue' }],
    renamed: [{ id: 'a', before: 'Red', after: 'Dark red' }],
  });
  expect(nodes.changed[0]?.fields).toEqual([]);
});

test('moved nodes are only counted', () => {
  const { nodes, summary } = diff(graph([email('Mail?')]), graph([email('Mail?', { x: 9, y: 9 })]));
  expect(nodes).toEqual({ added: [], removed: [], changed: [], moved: 1 });
  expect(summary).toEqual(['1 node was only moved.']);
});

test('edges are compared by their ends, not by their ids', () => {
  const nodes = [welcome, email('Mail?'), choice(red)];
  const before = graph(nodes, [
    { id: 'x', source: 'w', target: 'email' },
    { id: 'z', source: 'email', target: 'q' },
  ]);
  const after = graph(nodes, [
    { id: 'y', source: 'w', target: 'q' },
    { source: 'q', sourceHandle: 'a', target: 'email' },
  ]);
  expect(diff(before, before).edges).toEqual({ added: [], removed: [], rerouted: [] });
  expect(diff(before, after).edges).toEqual({
    added: [{ source: 'q', output: 'source-a', target: 'email' }],
    removed: [{ source: 'email', output: null, target: 'q' }],
    rerouted: [{ source: 'w', output: null, before: 'email', after: 'q' }],
  });
});

test('nodes and variables that come and go are named', () => {
  const { nodes, variables } = diff(graph([welcome, email('Mail?')]), graph([welcome, choice(red)]));
  expect(nodes.added).toEqual([{ id: 'q', type: 'n-choices-node' }]);
  expect(nodes.removed).toEqual([{ id: 'email', type: 'ask-email-node' }]);
  expect(variables).toEqual({ added: ['q'], removed: ['mail'] });
});

test('secrets are masked, and a change of one is told', () => {
  const ai = (apiKey: string) => graph([{ id: 'ai', type: 'gpt-node', data: { apiKey } }]);
  const changed = diff(ai('sk-old-secret-1234'), ai('sk-new-secret-1234'));
  expect(JSON.stringify(changed)).not.toContain('secret');
  expect(changed.summary).toEqual(['Ai answer "ai": apiKey was changed.']);
});
