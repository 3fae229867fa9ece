import { describe, expect, test } from 'vitest';
import { parseGraph } from '../src/index.ts';
import { explore } from '../src/simulation/explore.ts';
import { simulate } from '../src/simulation/simulate.ts';

const end = (id: string) => ({ id, type: 'message-node', data: { text: id } });
const flowOf = (nodes: readonly object[], edges: readonly object[]) =>
  parseGraph({ nodes: [{ id: 'start', type: 'welcome-node', data: { text: 'Hi' } }, ...nodes], edges });

/** Ways that depend on what is typed, on the time and on what another system says. */
const branching = flowOf(
  [
    { id: 'seats', type: 'ask-number-node', data: { questionText: 'How many seats?', answerVariable: 'seats' } },
    { id: 'price', type: 'variable-node', data: { name: 'price', value: '{{seats}}', isNumber: true } },
    {
      id: 'large',
      type: 'condition-node',
      data: { leftValue: '{{price}}', operator: '=', rightValue: '4711', isNumber: true },
    },
    { id: 'coupon', type: 'ask-custom-question-node', data: { questionText: 'A coupon?', answerVariable: 'coupon' } },
    {
      id: 'known',
      type: 'condition-node',
      data: { leftValue: '{{coupon}}', operator: 'in', rightValue: 'SPRING-24, WINTER-25' },
    },
    { id: 'order', type: 'webhook-node', data: { url: 'https://example.com/order', answerVariable: 'order' } },
    {
      id: 'paid',
      type: 'condition-node',
      data: { leftValue: '{{order.payment.state}}', operator: '=', rightValue: 'settled' },
    },
    { id: 'age', type: 'user-range-node', data: { minVal: 420, maxVal: 421, answerVariable: 'age' } },
    {
      id: 'open',
      type: 'business-hours-node',
      data: {
        timezone: 'Europe/Berlin',
        weeklyHours: [{ dayName: 'Wednesday', available: true, slots: [{ start: '09:00', end: '17:00' }] }],
        excludeDates: [],
      },
    },
    {
      id: 'page',
      type: 'condition-node',
      data: { leftValue: '{{session.page}}', operator: 'contains', rightValue: '/pricing' },
    },
    ...['yes', 'no', 'below', 'inside', 'above', 'closed', 'priced', 'other'].map(end),
  ],
  [
    { source: 'start', target: 'seats' },
    { source: 'seats', target: 'price' },
    { source: 'price', target: 'large' },
    { source: 'large', sourceHandle: 'true', target: 'coupon' },
    { source: 'large', sourceHandle: 'false', target: 'order' },
    { source: 'coupon', target: 'known' },
    { source: 'known', sourceHandle: 'true', target: 'yes' },
    { source: 'known', sourceHandle: 'false', target: 'no' },
    { source: 'order', target: 'paid' },
    { source: 'paid', sourceHandle: 'true', target: 'age' },
    { source: 'paid', sourceHandle: 'false', target: 'open' },
    { source: 'age', sourceHandle: '1', target: 'below' },
    { source: 'age', sourceHandle: '2', target: 'inside' },
    { source: 'age', sourceHandle: '3', target: 'above' },
    { source: 'open', sourceHandle: 'open', target: 'page' },
    { source: 'open', sourceHandle: 'closed', target: 'closed' },
    { source: 'page', sourceHandle: 'true', target: 'priced' },
    { source: 'page', sourceHandle: 'false', target: 'other' },
  ],
);

const outcomesOf = (outcomes: object) => Object.values(outcomes).reduce((sum, count) => sum + count, 0);

describe('explore', () => {
  test.each([1, 2, 3, 4, 5])('takes every output of a flow that depends on what is typed, seed %i', seed => {
    const { coverage } = explore(branching, { seed, visitors: 200 });
    expect(coverage.handles.missing).toEqual([]);
    expect(coverage.edges.covered).toBe(coverage.edges.total);
    expect(coverage.nodes.covered).toBe(coverage.nodes.total);
  });

  test('is the same for the same seed and another for another one', () => {
    expect(explore(branching, { seed: 3 })).toEqual(explore(branching, { seed: 3 }));
    expect(explore(branching, { seed: 3 })).not.toEqual(explore(branching, { seed: 4 }));
  });

  test('sends 50 visitors, and no more than 1,000', () => {
    const flow = flowOf([end('bye')], [{ source: 'start', target: 'bye' }]);
    expect(explore(flow)).toMatchObject({ visitors: 50, outcomes: { completed: 50 }, longestPath: 2 });
    expect(explore(flow, { visitors: 1e9 }).visitors).toBe(1_000);
    expect(explore(flow, { visitors: Number.NaN }).visitors).toBe(1);
  });

  test('counts each visitor under one outcome, also those who stay', () => {
    const circle = flowOf(
      [{ id: 'ask', type: 'ask-custom-question-node', data: { questionText: 'And then?' } }],
      [
        { source: 'start', target: 'ask' },
        { source: 'ask', target: 'ask' },
      ],
    );
    const { outcomes, visitors } = explore(circle, { maxTurns: 10 });
    expect(outcomesOf(outcomes)).toBe(visitors);
    expect(outcomes.active).toBeGreaterThan(30);
  });

  test('says after which questions nothing more is said', () => {
    const silent = flowOf(
      [
        { id: 'yn', type: 'yes-or-no-choice-node', data: { choicePrompt: 'Well?' } },
        { id: 'why', type: 'ask-custom-question-node', data: { questionText: 'Why?' } },
        end('bye'),
      ],
      [
        { source: 'start', target: 'yn' },
        { source: 'yn', sourceHandle: 'yes', target: 'bye' },
        { source: 'yn', sourceHandle: 'no', target: 'why' },
      ],
    );
    expect(explore(silent).deadEnds.map(({ nodeId }) => nodeId)).toEqual(['why']);
  });

  test('reports a failure once per node, with a script that fails in the same way', () => {
    const failing = flowOf(
      [
        { id: 'seats', type: 'ask-number-node', data: { questionText: 'Seats?', answerVariable: 'seats' } },
        {
          id: 'many',
          type: 'condition-node',
          data: { leftValue: '{{seats}}', operator: '>', rightValue: '8', isNumber: true },
        },
        end('bye'),
        { id: 'again', type: 'message-node', data: { text: 'Too many!' } },
      ],
      [
        { source: 'start', target: 'seats' },
        { source: 'seats', target: 'many' },
        { source: 'many', sourceHandle: 'true', target: 'again' },
        { source: 'many', sourceHandle: 'false', target: 'bye' },
        { source: 'again', target: 'again' },
      ],
    );
    const { failures, outcomes } = explore(failing);
    expect(failures).toMatchObject([{ code: 'MESSAGE_BUDGET', nodeId: 'again', count: outcomes.failed }]);
    const [failure] = failures;
    expect(simulate(failing, failure?.script ?? { inputs: [] }).failure).toMatchObject({
      code: 'MESSAGE_BUDGET',
      nodeId: 'again',
    });
  });

  test('gives effects the results of the mocks', () => {
    const { coverage } = explore(branching, {
      visitors: 200,
      mocks: { order: { ok: true, value: { payment: { state: 'open' } } } },
    });
    const missing = coverage.handles.missing.map(({ nodeId, handle }) => `${nodeId}:${handle}`);
    expect(missing).toContain('paid:source-0');
    expect(missing).toContain('age:source-1');
    expect(missing).not.toContain('paid:source-1');
  });

  test('meets people who come, and people who do not', () => {
    const handover = flowOf(
      [
        {
          id: 'person',
          type: 'human-handover-node',
          data: { handoverMessage: 'One moment.', fallbackMessage: 'Nobody.' },
        },
        end('bye'),
      ],
      [
        { source: 'start', target: 'person' },
        { source: 'person', target: 'bye' },
      ],
    );
    const { outcomes, coverage } = explore(handover);
    expect(coverage.handles.missing).toEqual([]);
    expect(outcomes.completed).toBeGreaterThan(30);
  });

  test('stops bringing visitors when the work gets too much', () => {
    const ids = Array.from({ length: 190 }, (_, index) => `n${index}`);
    const variables = ids.map(id => ({ id, type: 'variable-node', data: { name: 'a', value: '1' } }));
    const ask = { id: 'ask', type: 'ask-custom-question-node', data: { questionText: '?' } };
    const line = ['start', ...ids, 'ask', ids[0]];
    const edges = line.slice(1).map((target, index) => ({ source: line[index], target }));
    const { visitors } = explore(flowOf([...variables, ask], edges), { visitors: 1_000, maxTurns: 1_000 });
    expect(visitors).toBeLessThan(20);
  });
});
