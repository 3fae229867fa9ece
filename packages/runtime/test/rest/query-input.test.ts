import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toObjectSchema } from '../../src/registry/json-schema.ts';
import { queryInput } from '../../src/rest/query-input.ts';

const schema = toObjectSchema(
  z.object({
    count: z.int().describe('n'),
    ratio: z.number().nullable().describe('n'),
    on: z.boolean().describe('b'),
    name: z.string().describe('s'),
    level: z.union([z.literal(1), z.literal('all')]).describe('u'),
    tags: z.array(z.enum(['a', 'b', 'c'])).describe('l'),
    sizes: z.array(z.int()).optional().describe('l'),
    filter: z.object({ a: z.int() }).describe('o'),
  }),
  'input',
  'test',
);

const read = (query: string) => queryInput(schema, new URLSearchParams(query));

describe('query input', () => {
  it.each([
    ['count=3', { count: 3 }],
    ['count=-3', { count: -3 }],
    ['ratio=1e-2', { ratio: 0.01 }],
    ['ratio=null', { ratio: null }],
    ['on=true', { on: true }],
    ['on=false', { on: false }],
    ['name=3', { name: '3' }],
    ['name=a,b', { name: 'a,b' }],
    ['name=null', { name: 'null' }],
    ['level=1', { level: 1 }],
    ['level=all', { level: 'all' }],
    ['tags=a,b', { tags: ['a', 'b'] }],
    ['tags=a&tags=b', { tags: ['a', 'b'] }],
    ['tags=', { tags: [] }],
    ['sizes=1,2', { sizes: [1, 2] }],
    ['filter={"a":1}', { filter: { a: 1 } }],
  ])('reads %s by the schema', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it.each([
    ['count=many', { count: 'many' }],
    ['count=', { count: '' }],
    ['count=0x10', { count: '0x10' }],
    ['count=Infinity', { count: 'Infinity' }],
    ['count=1&count=2', { count: ['1', '2'] }],
    ['on=yes', { on: 'yes' }],
    ['filter={', { filter: '{' }],
    ['other=1', { other: '1' }],
  ])('passes %s on as it is, for the schema to refuse', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it('takes names that objects have from birth as plain names', () => {
    const input = read('__proto__=1&constructor=2');
    expect(Object.keys(input)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  });
});
