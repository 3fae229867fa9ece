import { describe, expect, test } from 'vitest';
import { compile, FlowError, parseGraph } from '../src/index.ts';
import { simulate } from '../src/simulation/simulate.ts';

const nodes = [
  { id: 'start', type: 'welcome-node', data: { text: 'Hi' } },
  { id: 'yn', type: 'yes-or-no-choice-node', data: { choicePrompt: 'Order?' } },
  { id: 'wait', type: 'delay-node', data: { delay: 600 } },
  {
    id: 'order',
    type: 'webhook-node',
    data: {
      url: 'https://example.com/orders',
      answerVariable: 'order',
      authentication: { type: 'bearer', token: 'secret-token-1234' },
    },
  },
  { id: 'bye', type: 'message-node', data: { text: 'Order: {{order | default:"none"}}, {{now}}' } },
];
const edges = [
  { source: 'start', target: 'yn' },
  { source: 'yn', sourceHandle: 'yes', target: 'wait' },
  { source: 'yn', sourceHandle: 'no', target: 'bye' },
  { source: 'wait', target: 'order' },
  { source: 'order', target: 'bye' },
];
const graph = parseGraph({ nodes, edges });
const textsOf = ({ transcript }: ReturnType<typeof simulate>) =>
  transcript.map(entry => `${entry.from}: ${entry.text}`);

describe('simulate', () => {
  test('plays a script from the start to the end', () => {
    const mocks = { order: { ok: true, value: 'A-17' } } as const;
    const simulation = simulate(graph, { inputs: [{ choiceId: 'yes' }], mocks, clock: '2026-03-02T09:00:00.000Z' });
    expect(textsOf(simulation)).toEqual([
      'bot: Hi',
      'bot: Order?',
      'visitor: Yes',
      'bot: Order: A-17, 2026-03-02T09:10:00.000Z',
    ]);
    expect(simulation).toMatchObject({
      status: 'completed',
      input: null,
      path: ['start', 'yn', 'wait', 'order', 'bye'],
      variables: { order: 'A-17' },
      effects: [{ nodeId: 'order', awaited: true, result: mocks.order }],
      unusedInputs: [],
      turns: 4,
    });
  });

  test('takes a compiled version too', () => {
    expect(simulate(compile(graph), { inputs: [] })).toEqual(simulate(graph, { inputs: [] }));
  });

  test('shows no secret', () => {
    const simulation = simulate(graph, { inputs: [{ text: 'yes' }] });
    expect(JSON.stringify(simulation)).not.toContain('secret-token');
    expect(simulation.effects[0]?.result).toEqual({ ok: false, error: { kind: 'not_configured' } });
  });

  test('stops where the script does and tells what is asked', () => {
    const simulation = simulate(graph, { inputs: [] });
    expect(simulation).toMatchObject({ status: 'active', input: { nodeId: 'yn', kind: 'choice' }, turns: 1 });
  });

  test('tells which inputs were of no use', () => {
    const inputs = [{ event: 'handback' } as const, { text: 'no' }, { text: 'more' }, { event: 'close' } as const];
    expect(simulate(graph, { inputs }).unusedInputs).toEqual([inputs[0], inputs[2], inputs[3]]);
  });

  test('gives a timer the events that are meant for it', () => {
    const closed = simulate(graph, { inputs: [{ text: 'yes' }, { event: 'close' }] });
    expect(closed).toMatchObject({ status: 'closed', path: ['start', 'yn', 'wait'], unusedInputs: [] });
    const passed = simulate(graph, { inputs: [{ text: 'yes' }, { event: 'timer' }] });
    expect(passed).toMatchObject({ status: 'completed', unusedInputs: [] });
  });

  test('gives the results of a list one by one, and the last one for good', () => {
    const loop = parseGraph({
      nodes: [
        { id: 'start', type: 'welcome-node' },
        { id: 'order', type: 'webhook-node', data: { url: 'https://example.com', answerVariable: 'order' } },
        { id: 'say', type: 'yes-or-no-choice-node', data: { choicePrompt: '{{order}}' } },
      ],
      edges: [
        { source: 'start', target: 'order' },
        { source: 'order', target: 'say' },
        { source: 'say', target: 'order' },
      ],
    });
    const order = [{ ok: true, value: 'one' } as const, { ok: true, value: 'two' } as const];
    const { answers } = simulate(loop, { inputs: [{ text: 'yes' }, { text: 'yes' }], mocks: { order } });
    expect(answers.filter(({ key }) => key === 'order').map(({ value }) => value)).toEqual(['one', 'two', 'two']);
  });

  test('measures what was covered', () => {
    const { coverage } = simulate(graph, { inputs: [{ text: 'no' }] });
    expect(coverage).toEqual({
      nodes: { covered: 3, total: 5 },
      edges: { covered: 2, total: 5 },
      handles: {
        covered: 3,
        total: 6,
        missing: [
          { nodeId: 'yn', handle: 'source-yes', label: 'Yes' },
          { nodeId: 'wait', handle: null, label: 'next' },
          { nodeId: 'order', handle: null, label: 'next' },
        ],
      },
    });
  });

  test('refuses a clock that is no time', () => {
    expect(() => simulate(graph, { inputs: [], clock: 'noon' })).toThrow(FlowError);
  });
});
