import { describe, expect, test } from 'vitest';
import {
  advance,
  budgets,
  compile,
  FlowError,
  type FlowInput,
  type FlowState,
  type JsonObject,
  longestReply,
  parseGraph,
  readState,
  startState,
  stateVersion,
  type Trigger,
  type Turn,
} from '../src/index.ts';

const now = Date.parse('2026-03-02T09:00:00.000Z');
const ports = { now: () => now };

type NodeInput = readonly [id: string, type: string, data?: JsonObject];

/** Nodes one behind the other, after a welcome-node that says nothing; further edges as `source>target`. */
function chain(nodes: readonly NodeInput[], more: readonly string[] = []) {
  const all: readonly NodeInput[] = [['start', 'welcome-node'], ...nodes];
  const behind = all.slice(1).map(([target], index) => ({ source: all[index]?.[0] ?? '', target }));
  const edges = more.map(edge => ({ source: edge.split('>')[0] ?? '', target: edge.split('>')[1] ?? '' }));
  return compile(
    parseGraph({ nodes: all.map(([id, type, data = {}]) => ({ id, type, data })), edges: [...behind, ...edges] }),
  );
}

/** All turns from the start on. */
function talk(version: ReturnType<typeof chain>, inputs: readonly FlowInput[] = [], trigger: Trigger = {}): Turn[] {
  const turns: Turn[] = [];
  for (const input of [{ kind: 'start' } as const, ...inputs]) {
    turns.push(advance(version, turns.at(-1)?.state ?? startState(trigger), input, ports));
  }
  return turns;
}

const lastOf = (turns: readonly Turn[]): Turn => turns.at(-1) as Turn;
const textsOf = ({ messages }: Turn) => messages.map(({ text }) => text);
const say = (text: string): FlowInput => ({ kind: 'reply', text });
const question: NodeInput = ['ask', 'ask-custom-question-node', { questionText: 'Why?', answerVariable: 'why' }];
const message = (id: string, text: string): NodeInput => [id, 'message-node', { text }];

describe('a turn', () => {
  test('runs from an input to the next wait and tells what happened', () => {
    const [first, second] = talk(chain([message('hi', 'Hi!'), question, message('bye', 'So: {{why}}')]), [
      say('Because.'),
    ]);
    expect(first).toMatchObject({
      status: 'active',
      messages: [{ text: 'Hi!' }, { text: 'Why?', nodeId: 'ask' }],
      input: { nodeId: 'ask', kind: 'text', prompt: 'Why?' },
      answers: [],
    });
    expect(second).toMatchObject({
      status: 'completed',
      messages: [{ text: 'So: Because.', nodeId: 'bye' }],
      input: null,
      answers: [{ nodeId: 'ask', key: 'why', value: 'Because.', question: 'Why?', at: now }],
      visits: [
        { nodeId: 'ask', visit: 1, exit: 'edge', edgeId: 'ask-bye', handle: null, exitedAt: now },
        { nodeId: 'bye', visit: 1, exit: 'end', enteredAt: now, exitedAt: now },
      ],
    });
    expect(second?.visits[0]).not.toHaveProperty('enteredAt');
  });

  test('counts the visits of a node in a loop', () => {
    const turns = talk(chain([question], ['ask>ask']), [say('a'), say('b')]);
    expect(lastOf(turns).state.visits).toEqual({ start: 1, ask: 3 });
    expect(lastOf(turns).visits.map(({ visit }) => visit)).toEqual([2, 3]);
  });

  test('tells which reply was turned back, how often, and keeps asking', () => {
    const mail: NodeInput = ['mail', 'ask-email-node', { questionText: 'Mail?', incorrectEmailResponse: 'No.' }];
    const turns = talk(chain([mail]), [say('x'), say('y'), say('a@example.com')]);
    expect(turns.map(({ rejection }) => rejection?.attempt)).toEqual([undefined, 1, 2, undefined]);
    expect(turns[2]).toMatchObject({ input: { kind: 'email', error: 'No.', prompt: 'Mail?' }, answers: [] });
    expect(lastOf(turns)).toMatchObject({ status: 'completed', state: { visitor: { email: 'a@example.com' } } });
  });

  test('draws the same ways for the same seed', () => {
    const dice = chain(
      Array.from({ length: 12 }, (_, index): NodeInput => {
        const data = { leftValue: '1', operator: 'random', rightValue: '6', resultVariable: `d${index}` };
        return [`d${index}`, 'math-operation-node', data];
      }),
    );
    const drawn = (seed: number) => lastOf(talk(dice, [], { seed })).state.variables;
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });
});

describe('an input that does not fit', () => {
  const version = chain([question]);
  const [asked] = talk(version) as [Turn];
  const misfits: readonly (readonly [string, FlowState, FlowInput, Turn['ignored']])[] = [
    ['a reply before the start', startState(), say('x'), 'not_started'],
    ['a second start', asked.state, { kind: 'start' }, 'started'],
    [
      'the result of an effect nobody waits for',
      asked.state,
      { kind: 'effect', id: '1', result: { ok: true, value: 1 } },
      'not_waiting_for_this',
    ],
    ['a timer while a question is open', asked.state, { kind: 'timer' }, 'not_waiting_for_this'],
    ['a person whom nobody asked for', asked.state, { kind: 'agent_joined' }, 'not_waiting_for_this'],
    ['a person who is done and was not there', asked.state, { kind: 'handback' }, 'not_waiting_for_this'],
    ['a reply after the end', lastOf(talk(version, [say('x')])).state, say('y'), 'ended'],
    ['closing what is closed', lastOf(talk(version, [{ kind: 'close' }])).state, { kind: 'close' }, 'ended'],
  ];

  test.each(misfits)('%s changes nothing', (_name, state, input, ignored) => {
    const turn = advance(version, state, input, ports);
    expect(turn).toMatchObject({ ignored, status: state.status, messages: [], effects: [], answers: [], visits: [] });
    expect(turn.state).toBe(state);
    expect(turn.input).toEqual(state.wait?.request ?? null);
  });

  test('the result of an earlier effect is not taken for that of a later one', () => {
    const hook: NodeInput = ['hook', 'webhook-node', { url: 'https://example.com', answerVariable: 'got' }];
    const looped = chain([hook], ['hook>hook']);
    const [first] = talk(looped) as [Turn];
    const result = { kind: 'effect', id: first.effects[0]?.id ?? '', result: { ok: true, value: 'one' } } as const;
    const second = advance(looped, first.state, result, ports);
    expect(second.effects[0]?.id).not.toBe(first.effects[0]?.id);
    expect(advance(looped, second.state, result, ports).ignored).toBe('not_waiting_for_this');
  });
});

describe('a visitor who asks for a person', () => {
  const version = chain([question, message('bye', 'Bye.')]);

  test('waits for one, and is asked again when the person is done', () => {
    const [, waiting, joined, back, end] = talk(version, [
      { kind: 'handover' },
      { kind: 'agent_joined' },
      { kind: 'handback' },
      say('Because.'),
    ]);
    expect(waiting).toMatchObject({ status: 'waiting_human', input: null, state: { wait: { until: now + 300_000 } } });
    expect(waiting?.effects).toMatchObject([{ awaited: false, request: { kind: 'handover', reason: 'visitor' } }]);
    expect(joined).toMatchObject({ status: 'human', input: null });
    expect(joined?.state.wait).not.toHaveProperty('until');
    expect(back).toMatchObject({ status: 'active', messages: [{ text: 'Why?' }], input: { nodeId: 'ask' } });
    expect(end).toMatchObject({ status: 'completed', answers: [{ key: 'why' }] });
  });

  test('is told when nobody comes, and goes on', () => {
    const turns = talk(version, [{ kind: 'handover' }, { kind: 'timer' }]);
    expect(textsOf(lastOf(turns))).toEqual(['Sorry, nobody is available right now.', 'Why?']);
    expect(lastOf(turns)).toMatchObject({ status: 'active', state: { interrupted: null } });
  });

  test('is not given up by a timer once the person is there', () => {
    const turns = talk(version, [{ kind: 'handover' }, { kind: 'agent_joined' }, { kind: 'timer' }]);
    expect(lastOf(turns)).toMatchObject({ ignored: 'not_waiting_for_this', status: 'human' });
  });

  test('asks only once', () => {
    const turns = talk(version, [{ kind: 'handover' }, { kind: 'handover' }]);
    expect(lastOf(turns)).toMatchObject({ ignored: 'not_waiting_for_this', effects: [] });
  });
});

describe('a budget', () => {
  const circle: NodeInput = ['a', 'variable-node', { name: 'a', value: '1' }];

  test('of steps ends a circle in which nothing waits', () => {
    const turn = lastOf(talk(chain([circle], ['a>a'])));
    expect(turn).toMatchObject({ status: 'failed', failure: { code: 'STEP_BUDGET', nodeId: 'a' } });
    expect(turn.visits).toHaveLength(budgets.stepsPerTurn);
  });

  test('of messages ends a circle that talks, with an apology as the last word', () => {
    const turn = lastOf(talk(chain([message('m', 'Hi')], ['m>m'])));
    expect(turn.failure?.code).toBe('MESSAGE_BUDGET');
    expect(turn.messages).toHaveLength(budgets.messagesPerTurn + 1);
    expect(textsOf(turn).at(-1)).toMatch(/^Sorry/);
    expect(turn.visits.at(-1)).toMatchObject({ nodeId: 'm', exit: 'failed' });
  });

  test('of messages is met exactly without failing', () => {
    const said = Array.from({ length: budgets.messagesPerTurn }, (_, index) => message(`m${index}`, 'Hi'));
    expect(lastOf(talk(chain(said)))).toMatchObject({ status: 'completed' });
  });

  test('of one text ends a text that grows', () => {
    const grow: NodeInput = ['g', 'variable-node', { name: 'a', value: '{{a}}{{a}}' }];
    const turn = lastOf(talk(chain([grow], ['g>g']), [], { variables: { a: 'x'.repeat(3_000) } }));
    expect(turn.failure).toMatchObject({ code: 'RENDER_BUDGET', nodeId: 'g' });
    expect(turn.state.variables).toEqual({ a: 'x'.repeat(6_000) });
  });

  test('of regular expressions ends a circle that matches them', () => {
    const match: NodeInput = [
      'c',
      'condition-node',
      { leftValue: '{{a}}', operator: 'matches', rightValue: '[a-z]{0,500}z' },
    ];
    const turn = lastOf(talk(chain([match], ['c>c']), [], { variables: { a: 'x'.repeat(9_000) } }));
    expect(turn.failure).toMatchObject({ code: 'MATCH_BUDGET', nodeId: 'c' });
  });

  test('of variables ends a conversation that hoards', () => {
    const kept = Array.from({ length: 8 }, (_, index): NodeInput => {
      return [`v${index}`, 'variable-node', { name: `v${index}`, value: '{{a}}' }];
    });
    const turn = lastOf(talk(chain(kept), [], { variables: { a: 'x'.repeat(9_000) } }));
    expect(turn).toMatchObject({ status: 'failed', failure: { code: 'VARIABLE_BUDGET', nodeId: 'v6' } });
  });

  test('of variables counts what is there, not what was there', () => {
    const turns = talk(
      chain([question], ['ask>ask']),
      Array.from({ length: 30 }, () => say('x'.repeat(9_000))),
    );
    expect(lastOf(turns).status).toBe('active');
  });

  test('of turns ends a conversation that goes on for ever', () => {
    const version = chain([question], ['ask>ask']);
    const [asked] = talk(version) as [Turn];
    const last = { ...asked.state, turn: budgets.turns - 1 };
    const allowed = advance(version, last, say('x'), ports);
    expect(allowed.status).toBe('active');
    expect(advance(version, allowed.state, say('x'), ports).failure?.code).toBe('TURN_BUDGET');
  });

  test('leaves what was answered before', () => {
    const turn = lastOf(talk(chain([question, circle], ['a>a']), [say('Because.')]));
    expect(turn.status).toBe('failed');
    expect(turn.answers[0]).toMatchObject({ key: 'why', value: 'Because.' });
    expect(turn.state.variables).toMatchObject({ why: 'Because.' });
  });
});

describe('an output', () => {
  const choice: NodeInput = ['yn', 'yes-or-no-choice-node', { choicePrompt: 'Well?' }];
  const edge = (sourceHandle: string | undefined, target: string) => ({ source: 'yn', target, sourceHandle });
  const flow = (...edges: readonly object[]) =>
    compile(
      parseGraph({
        nodes: [choice, message('a', 'A'), message('b', 'B')].map(([id, type, data]) => ({ id, type, data })),
        edges,
      }),
    );

  test.each([
    ['its own edge', flow(edge('source-no', 'b'), edge(undefined, 'a')), ['B']],
    ['that of the default output', flow(edge('source-yes', 'b'), edge(undefined, 'a')), ['A']],
    ['none, never another one', flow(edge('source-yes', 'b')), []],
  ])('takes %s', (_name, version, said) => {
    const turn = lastOf(talk(version, [{ kind: 'reply', choiceId: 'no' }]));
    expect(textsOf(turn)).toEqual(said);
    expect(turn.status).toBe('completed');
    expect(turn.visits[0]?.handle).toBe('source-no');
  });
});

describe('what a visitor writes', () => {
  const echo = chain([question, message('echo', `{{why}} | $\{why}`)]);
  const echoOf = (text: string) => textsOf(lastOf(talk(echo, [say(text)], { variables: { secret: 'hidden' } })))[0];

  test('is never read as a placeholder', () => {
    expect(echoOf('{{secret}}')).toBe('{{secret}} | {{secret}}');
    expect(echoOf(`$\{secret} {{why}}`)).not.toContain('hidden');
  });

  test('is no markup', () => {
    expect(echoOf('**a** [b](c) <i>')).toBe('\\*\\*a\\*\\* \\[b\\](c) \\<i\\> | \\*\\*a\\*\\* \\[b\\](c) \\<i\\>');
  });

  test('is escaped for the address it is put into', () => {
    const link: NodeInput = ['go', 'user-redirect-node', { url: 'https://example.com/?q={{why}}&x=1' }];
    const [go] = lastOf(talk(chain([question, link]), [say('a&x=2#b')])).messages;
    expect(go?.url).toBe('https://example.com/?q=a%26x%3D2%23b&x=1');
  });

  test('is kept up to 10,000 characters and turned back beyond', () => {
    const turns = talk(echo, [say('x'.repeat(longestReply + 1)), say('y'.repeat(longestReply))]);
    expect(turns[1]).toMatchObject({ rejection: { nodeId: 'ask' }, answers: [] });
    expect(turns[2]?.answers[0]?.value).toHaveLength(longestReply);
  });

  test('cannot reach the members of objects', () => {
    const names = message('m', '[{{constructor}}] [{{visitor.constructor.name}}] [{{why.__proto__}}] [{{why.length}}]');
    expect(textsOf(lastOf(talk(chain([question, names]), [say('x')])))).toEqual(['[{{constructor}}] [] [] []']);
  });

  test('is kept under names that objects have by birth', () => {
    const odd = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];
    const asks = odd.map(
      (name): NodeInput => [
        name === '__proto__' ? 'p' : name,
        'ask-custom-question-node',
        { questionText: '?', answerVariable: name },
      ],
    );
    const turns = talk(chain(asks), odd.map(say));
    expect(lastOf(turns)).toMatchObject({ status: 'completed' });
    expect(turns.flatMap(({ answers }) => answers.map(({ key }) => key))).toEqual(odd);
    expect(Object.getPrototypeOf(lastOf(turns).state.variables)).toBe(Object.prototype);
    expect(Object.entries(lastOf(turns).state.variables)).toEqual(odd.slice(0, 3).map(name => [name, name]));
  });
});

describe('a stored state', () => {
  const { state } = lastOf(talk(chain([question])));

  test('goes on when it is read back', () => {
    const stored = readState(JSON.parse(JSON.stringify(state)));
    expect(advance(chain([question]), stored, say('x'), ports).status).toBe('completed');
  });

  test.each([
    ['of a later engine', { ...state, schemaVersion: stateVersion + 1 }],
    ['without a version', { ...state, schemaVersion: undefined }],
    ['that is a list', []],
    ['that is nothing', null],
  ])('%s is refused', (_name, stored) => {
    expect(() => readState(stored)).toThrow(FlowError);
  });

  test('whose node is gone from the version fails and says so', () => {
    const turn = advance(chain([message('m', 'Hi')]), state, say('x'), ports);
    expect(turn).toMatchObject({ status: 'failed', failure: { code: 'NODE_ERROR' } });
    expect(turn.failure?.message).toContain('"ask"');
  });
});
