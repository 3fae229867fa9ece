import fc from 'fast-check';
import { nodeTypes } from '../../src/catalogue/catalogue.ts';
import { handlesOf } from '../../src/catalogue/handles-of.ts';
import { type FlowGraph, type Json, type JsonObject, parseGraph } from '../../src/index.ts';

/** Few names, so that nodes share them; some are what objects have by birth. */
const names = ['a', 'b', 'email', 'name', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'bot'];
const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'constructor', 'valueOf', 'n 10', 'ñ'];

const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Hi {{a}}',
    `{{b | upper}} $\{email}`,
    '{{',
    '{{a.b.c | date:"long"}}',
    '<p>A &amp; <b>b</b></p>',
  ),
  fc.constantFrom(
    '{{a}}{{a}}{{a}}{{a}}{{a}}',
    '**x** _y_ `z`',
    '\u0000\ud800',
    '1e999',
    '-0',
    '٣',
    'true',
    'x'.repeat(3_000),
  ),
  fc.constantFrom(...names),
  fc.string({ maxLength: 20 }),
);
const numbers = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(1e9, -1e9, 0.5, 1e308));
const junk: fc.Arbitrary<Json> = fc.oneof(
  texts,
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom<Json>([], {}, [[]], [null], [{ id: 'x' }], { a: { a: [1, 'a'] } }),
);

/** The example of a type with some of its values replaced, taken away or put in anew. */
function mutated(value: Json, key = ''): fc.Arbitrary<Json> {
  const changed = mutatedWithin(value);
  if (key === 'targetNodeId') return fc.constantFrom(...ids);
  const named = /variable$|^name$/i.test(key) ? [{ weight: 6, arbitrary: fc.constantFrom<Json>(...names) }] : [];
  return fc.oneof(
    { weight: 20, arbitrary: changed },
    { weight: 2, arbitrary: texts },
    { weight: 1, arbitrary: junk },
    ...named,
  );
}

function mutatedWithin(value: Json): fc.Arbitrary<Json> {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    return fc.tuple(...items.map(item => mutated(item))).chain(list => fc.subarray(list, { minLength: 0 }));
  }
  if (typeof value !== 'object' || value === null) return fc.constant(value);
  const fields = Object.entries(value as JsonObject).map(([key, item]) => [key, mutated(item, key)] as const);
  return fc.record(Object.fromEntries(fields), {
    requiredKeys: fields.slice(0, -1).map(([key]) => key),
  }) as fc.Arbitrary<JsonObject>;
}

const typeNames = [...nodeTypes.keys()];
const dataByType = new Map([...nodeTypes].map(([name, type]) => [name, mutated(type.example)]));
const type = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...typeNames) },
  { weight: 1, arbitrary: fc.constant('no-such-node') },
);

const node = (id: string) =>
  type.chain(name =>
    fc.record({
      id: fc.constant(id),
      type: fc.constant(name),
      data: (dataByType.get(name) ?? fc.constant({})).map(data =>
        typeof data === 'object' && !Array.isArray(data) ? data : {},
      ),
    }),
  );

const nodes = fc.subarray(ids, { minLength: 1 }).chain(chosen => fc.tuple(...chosen.map(node)));

/** Graphs of all types, sound and broken: loops, jumps, edges from and to nothing, outputs that do not exist. */
export const graphs: fc.Arbitrary<FlowGraph> = nodes.chain(list => {
  const edge = fc.record({
    source: fc.nat(),
    target: fc.nat(),
    output: fc.nat(),
    odd: fc.integer({ min: 0, max: 30 }),
  });
  return fc.array(edge, { maxLength: 40 }).map(edges => {
    const graph = parseGraph({ nodes: list, edges: [] });
    const at = (index: number) => graph.nodes[index % graph.nodes.length] as (typeof graph.nodes)[number];
    return parseGraph({
      nodes: list,
      edges: edges.map(({ source, target, output, odd }) => {
        const handles = handlesOf(at(source)) ?? [];
        const sourceHandle = odd === 0 ? 'source-nowhere' : handles[output % Math.max(handles.length, 1)]?.id;
        return { source: at(source).id, target: odd === 1 ? 'gone' : at(target).id, sourceHandle };
      }),
    });
  });
});
