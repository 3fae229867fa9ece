import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nodeTypes } from '../../src/catalogue/catalogue.ts';
import { choiceNodes } from '../../src/catalogue/choice-nodes.ts';
import { legacyNodes } from '../../src/catalogue/legacy-nodes.ts';
import { logicNodes } from '../../src/catalogue/logic-nodes.ts';
import type { NodeType } from '../../src/catalogue/node-type.ts';
import type { NodeCall } from '../../src/engine/node-call.ts';
import { findHandle } from '../../src/graph/handles.ts';
import { normalData } from '../../src/graph/parse-node.ts';
import { advance, compile, type JsonObject, parseGraph, startState } from '../../src/index.ts';

const types = [...choiceNodes, ...legacyNodes, ...logicNodes];

function read(typeName: string, written: JsonObject): { type: NodeType; data: unknown } {
  const type = nodeTypes.get(typeName);
  if (type === undefined) throw new Error(`There is no ${typeName}.`);
  return { type, data: type.data.parse(normalData(typeName, written)) };
}

const handles = (typeName: string, written: JsonObject) => {
  const { type, data } = read(typeName, written);
  return type.handles(data);
};

const findings = (typeName: string, written: JsonObject) => {
  const { type, data } = read(typeName, written);
  return (type.check?.(data, 'n') ?? []).map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('every choice, legacy and logic node', () => {
  it('is in the catalogue', () => {
    expect(types.map(({ type }) => type)).toHaveLength(19);
    for (const type of types) expect(nodeTypes.get(type.type)).toBe(type);
  });

  test.each(types.map(type => [type.type, type] as const))('%s has an example without findings', (name, type) => {
    expect(findings(name, type.example)).toEqual([]);
    expect(normalData(name, type.example)).toEqual({ ...type.example, type: name });
  });

  test.each(types.map(type => [type.type, type] as const))('%s describes each of its fields', (_name, type) => {
    const schema = type.data.toJSONSchema({ io: 'output' }) as { properties: Record<string, { description?: string }> };
    const undescribed = Object.entries(schema.properties).filter(([, { description }]) => !description);
    expect(undescribed.map(([field]) => field)).toEqual([]);
  });

  test.each(types.map(type => [type.type, type] as const))(
    '%s has one spelling for each of its outputs',
    (name, type) => {
      const outputs = handles(name, type.example);
      for (const { id, synonyms = [] } of outputs) {
        expect(findHandle(outputs, id)).toBe(id);
        for (const spelling of synonyms) expect(findHandle(outputs, spelling)).toBe(id);
      }
      expect(new Set(outputs.map(({ id }) => id)).size).toBe(outputs.length);
    },
  );

  it('takes any data without an error, and any reply', () => {
    const field = fc.constantFrom(
      ...new Set(
        types.flatMap(({ example, aliases }) => [...Object.keys(example), ...Object.values(aliases ?? {}).flat()]),
      ),
    );
    const scalar = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom('{{a}}', '(', 'yes', '='),
    );
    const item = fc.dictionary(fc.constantFrom('id', 'label', 'choiceText', 'weight', 'dayName', 'slots'), scalar, {
      maxKeys: 4,
    });
    const value = fc.oneof(scalar, fc.array(item, { maxLength: 4 }), fc.array(scalar, { maxLength: 3 }));
    const data = fc.dictionary(field, value, { maxKeys: 6 });
    const reply = fc.oneof(
      fc.record({ text: fc.string() }),
      fc.record({ value: fc.jsonValue() }),
      fc.record({ choiceId: fc.string() }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(fc.constantFrom(...types), data, reply, ({ type }, written, answer) => {
        const graph = parseGraph({ nodes: [{ id: 'n', type, data: JSON.parse(JSON.stringify(written)) }], edges: [] });
        const version = compile(graph);
        const ports = { now: () => 0 };
        const first = advance(version, startState({}), { kind: 'start' }, ports);
        expect(first.failure?.code).not.toBe('NODE_ERROR');
        if (first.input === null) return;
        const next = advance(version, first.state, { kind: 'reply', ...(answer as object) }, ports);
        expect(next.failure?.code).not.toBe('NODE_ERROR');
        const node = version.nodes.get('n');
        expect(() => node?.type?.check?.(node.data, 'n')).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the outputs', () => {
  const ids = (typeName: string, written: JsonObject) => handles(typeName, written).map(({ id }) => id);

  test.each<[string, JsonObject, (string | null)[]]>([
    [
      'n-choices-node',
      { choices: [{ id: 'a' }, {}, { id: 7 }, { id: ' ' }] },
      ['source-a', 'source-1', 'source-7', 'source-3', null],
    ],
    ['n-choices-node', {}, [null]],
    ['image-choice-node', { images: [{ id: 'x' }] }, ['source-x', null]],
    ['yes-or-no-choice-node', {}, ['source-yes', 'source-no', null]],
    ['rating-choice-node', {}, ['source-0', 'source-1', 'source-2', 'source-3', 'source-4', null]],
    [
      'rating-choice-node',
      { ratingType: 'smiley' },
      ['source-0', 'source-1', 'source-2', 'source-3', 'source-4', null],
    ],
    ['opinion-scale-choice-node', { from: 3, to: '4' }, ['source-0', 'source-1', null]],
    ['two-choices-node', { choice1: 'a', choice2: 'b' }, ['source-1', 'source-2', null]],
    ['two-choices-node', { choice1: 'a', choice2: 'b', disableSecondChoice: true }, ['source-1', null]],
    ['three-choices-node', { choice1: 'a', choice3: 'b' }, ['source-1', 'source-3', null]],
    ['select-option-node', { option1: 'a' }, [null]],
    ['user-input-node', {}, [null]],
    ['user-rating-node', {}, [null]],
    ['user-range-node', {}, ['source-1', 'source-2', 'source-3', null]],
    ['quiz-node', {}, ['source-1', 'source-2', null]],
    ['condition-node', {}, ['source-0', 'source-1', null]],
    ['boolean-logic-node', {}, ['source-0', 'source-1', null]],
    ['business-hours-node', {}, ['source-0', 'source-1', null]],
    ['math-operation-node', {}, [null]],
    ['variable-node', {}, [null]],
    ['random-flow-node', {}, ['source-0', 'source-1', null]],
    ['random-flow-node', { portCount: 3, paths: [{ id: 'a' }] }, ['source-0', null]],
    ['jump-to-node', { targetNodeId: 'x' }, []],
  ])('of %s %j', (typeName, written, expected) => {
    expect(ids(typeName, written)).toEqual(expected);
  });

  test.each([
    ['condition-node', 'Source-True', 'source-0'],
    ['condition-node', 'no', 'source-1'],
    ['condition-node', '1', 'source-1'],
    ['condition-node', 'open', undefined],
    ['business-hours-node', 'source-open', 'source-0'],
    ['business-hours-node', 'closed', 'source-1'],
    ['random-flow-node', 'port_1', 'source-1'],
    ['quiz-node', 'right', 'source-2'],
    ['user-range-node', 'above', 'source-3'],
    ['yes-or-no-choice-node', 'false', 'source-no'],
    ['condition-node', 'default', null],
  ])('of %s are also called %s', (typeName, written, id) => {
    expect(findHandle(handles(typeName, {}), written)).toBe(id);
  });
});

describe('a random path', () => {
  const way = (branches: JsonObject[], drawn: number) => {
    const { type, data } = read('random-flow-node', { branches });
    return type.enter(data, { random: () => drawn } as NodeCall);
  };

  test.each([
    [[0, 1, 0], 0, 'source-1'],
    [[0, 1, 0], 0.999_999, 'source-1'],
    [[3, -2, 1], 0.74, 'source-0'],
    [[3, -2, 1], 0.75, 'source-2'],
    [[1e308, 1e308], 0.25, 'source-1'],
    [[0, 0], 0.5, 'source-1'],
  ])('with weights %j and %d drawn is %s', (weights, drawn, handle) => {
    expect(
      way(
        weights.map(weight => ({ weight })),
        drawn,
      ),
    ).toEqual({ do: 'leave', handle });
  });
});

describe('what is found wrong', () => {
  test.each<[string, JsonObject, string[]]>([
    ['condition-node', { leftValue: 'a', operator: 'resembles' }, ['BAD_EXPRESSION /operator']],
    ['condition-node', { operator: 'contains', isNumber: true }, ['BAD_EXPRESSION /operator']],
    [
      'condition-node',
      { leftValue: '{{age}}', operator: '<', rightValue: '18 years', isNumber: true },
      ['BAD_EXPRESSION /rightValue'],
    ],
    ['condition-node', { leftValue: 'age', operator: '<', rightValue: ' 18 ', isNumber: true }, []],
    ['condition-node', { leftValue: 'age', operator: 'isEmpty', isNumber: true }, []],
    ['condition-node', { operator: 'matches', rightValue: '(' }, ['BAD_REGEX /rightValue']],
    ['condition-node', { operator: 'doesNotMatch', value: '(a)\\1' }, ['UNSAFE_REGEX /rightValue']],
    ['condition-node', { operator: 'matches', rightValue: '({{pattern}}' }, []],
    ['condition-node', { operator: 'contains', rightValue: '(' }, []],
    ['boolean-logic-node', { operator: 'IMPLIES' }, ['BAD_EXPRESSION /operator']],
    ['boolean-logic-node', { operator: ' xor ' }, []],
    ['math-operation-node', { leftValue: 1, operator: 'integrate', rightValue: 2 }, ['BAD_EXPRESSION /operator']],
    ['math-operation-node', { leftValue: '5 %', operator: '+', rightValue: 'vat' }, ['BAD_EXPRESSION /leftValue']],
    [
      'math-operation-node',
      { leftValue: '1,000', operator: 'round', rightValue: '5 %' },
      ['BAD_EXPRESSION /leftValue'],
    ],
    ['math-operation-node', { leftValue: '{{a}}', operator: '+', rightValue: '' }, ['BAD_EXPRESSION /rightValue']],
    ['variable-node', { name: 'n', value: '12 apples', isNumber: true }, ['BAD_EXPRESSION /value']],
    ['variable-node', { name: 'n', value: '12 apples' }, []],
    [
      'random-flow-node',
      { branches: [{ weight: 1 }, { weight: 0 }, { percentage: '-1' }] },
      ['BAD_EXPRESSION /branches/1/weight', 'BAD_EXPRESSION /branches/2/percentage'],
    ],
    ['random-flow-node', { branches: [{ id: 'a' }, { id: 'b' }] }, []],
    ['business-hours-node', { timezone: 'Mars/Olympus' }, ['BAD_NODE_DATA /timezone']],
    [
      'business-hours-node',
      {
        excludeDays: ['Sonntag'],
        excludeDates: ['25.12.2026', '2026-12-25', '2026-13-01', '2026-02-30'],
        weeklyHours: [{ dayName: 'Mo', slots: [{ start: '9am', end: '24:00' }] }, { slots: [{ start: '00:00' }] }],
      },
      [
        'BAD_NODE_DATA /excludeDays/0',
        'BAD_NODE_DATA /excludeDates/0',
        'BAD_NODE_DATA /excludeDates/2',
        'BAD_NODE_DATA /excludeDates/3',
        'BAD_NODE_DATA /weeklyHours/0/slots/0/start',
        'BAD_NODE_DATA /weeklyHours/1/dayName',
        'BAD_NODE_DATA /weeklyHours/1/slots/0/end',
      ],
    ],
    ['n-choices-node', {}, ['BAD_NODE_DATA /choices']],
    [
      'n-choices-node',
      { choices: [{ id: '1', choiceText: 'Yes' }, { choiceText: 'No' }, { id: 'c', text: '<p>YES</p>' }] },
      ['BAD_NODE_DATA /choices/1/id', 'OPTION_LABEL_DUPLICATE /choices/2/text'],
    ],
    ['image-choice-node', { images: [{ image: 'https://x.example/a.png' }] }, ['IMAGE_WITHOUT_ALT /images/0/label']],
    [
      'yes-or-no-choice-node',
      { options: [{ label: 'Yes' }, { label: 'yes' }] },
      ['OPTION_LABEL_DUPLICATE /options/1/label'],
    ],
    ['two-choices-node', { choice1: 'A', choice2: 'a' }, ['OPTION_LABEL_DUPLICATE /choice2']],
    ['three-choices-node', {}, ['BAD_NODE_DATA /choice1']],
    ['quiz-node', { option1: 'A', option2: 'B', correctAnswer: 2 }, ['BAD_NODE_DATA /correctAnswer']],
    [
      'quiz-node',
      { option1: 'A', option2: 'B', disableOption2: true, correctAnswer: 1 },
      ['BAD_NODE_DATA /correctAnswer'],
    ],
  ])('with %s %j', (typeName, written, expected) => {
    expect(findings(typeName, written)).toEqual(expected);
  });

  test.each<[string, JsonObject]>([
    ['opinion-scale-choice-node', { from: 5, to: 4 }],
    ['opinion-scale-choice-node', { from: 0, to: 1_000 }],
    ['opinion-scale-choice-node', { from: 0.5 }],
    ['rating-choice-node', { ratingType: '7' }],
    ['user-range-node', { minVal: 'low' }],
    ['user-range-node', { minVal: 2, maxVal: 1 }],
    ['quiz-node', { correctAnswer: 5 }],
    ['random-flow-node', { portCount: 0 }],
    ['random-flow-node', { branches: [{ weight: 'much' }] }],
    ['n-choices-node', { choices: Array(101).fill({ choiceText: 'x' }) }],
  ])('with %s %j is more than its schema takes', (typeName, written) => {
    expect(nodeTypes.get(typeName)?.data.safeParse(written).success).toBe(false);
  });
});

describe('what is read and written', () => {
  it('names what bare operands may be', () => {
    const { type, data } = read('math-operation-node', { leftValue: ' price ', rightValue: '1.19' });
    expect(type.reads?.(data)).toEqual(['price']);
  });

  it('is kept under the name of the author, or the id of the node', () => {
    const writes = (typeName: string, written: JsonObject) => {
      const { type, data } = read(typeName, written);
      return type.writes?.(data, 'n1');
    };
    const choice = { choices: [{ choiceText: 'A' }] };
    expect(writes('n-choices-node', choice)).toEqual([{ name: 'n1', type: 'text', answer: true }]);
    expect(writes('rating-choice-node', { answerVariable: ' stars ' })).toEqual([
      { name: 'stars', type: 'number', answer: true, pointer: '/answerVariable' },
    ]);
    expect(writes('math-operation-node', { variable: 'sum' })).toEqual([
      { name: 'sum', type: 'number', answer: true, pointer: '/resultVariable' },
    ]);
    expect(writes('variable-node', { name: 'plan', value: 'x' })).toEqual([
      { name: 'plan', type: 'any', answer: true, pointer: '/name' },
    ]);
    expect(writes('variable-node', { name: 'plan', customNameValue: true })).toEqual([
      { name: 'n1', type: 'any', answer: true },
    ]);
    expect(writes('user-input-node', { type: 'date' })).toEqual([{ name: 'n1', type: 'date', answer: true }]);
  });

  it('waits for someone wherever there is something to answer', () => {
    const waits = (typeName: string, written: JsonObject) => {
      const { type, data } = read(typeName, written);
      return type.waits?.(data) ?? false;
    };
    expect(waits('n-choices-node', { choices: [{ choiceText: 'A' }] })).toBe(true);
    expect(waits('n-choices-node', {})).toBe(false);
    expect(waits('quiz-node', {})).toBe(false);
    expect(waits('select-option-node', { option5: 'A' })).toBe(true);
    expect(waits('user-range-node', {})).toBe(true);
    expect(waits('condition-node', {})).toBe(false);
    expect(waits('jump-to-node', {})).toBe(false);
  });
});
