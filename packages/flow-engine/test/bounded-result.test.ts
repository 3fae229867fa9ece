import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundedResult } from '../src/catalogue/bounded-result.ts';
import type { Json } from '../src/index.ts';

it('keeps what is small as it is', () => {
  const value = { id: 7, items: ['ä', null, true, { deep: [1.5] }], 'a\\u0000b': '\\u0000 and \\ud800' };
  expect(boundedResult(value)).toEqual(value);
});

it('cuts what is large to a text', () => {
  expect(boundedResult('x'.repeat(20_000))).toBe('x'.repeat(16_382));
  const list = Array.from({ length: 5_000 }, (_, index) => index);
  expect(JSON.stringify(list).startsWith(String(boundedResult(list)))).toBe(true);
});

it('takes out what databases refuse', () => {
  expect(boundedResult({ 'k\0ey': 'a\0b', lone: ['\ud800x'] })).toEqual({ key: 'ab', lone: ['\uFFFDx'] });
});

it('gives up on what cannot be written', () => {
  let deep: Json = 0;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(boundedResult(deep)).toBeNull();
});

it('never keeps more than its bound, nor a text that is not well-formed', () => {
  const text = fc.string({ unit: 'binary', minLength: 5_000, maxLength: 30_000, size: 'max' });
  fc.assert(
    fc.property(fc.oneof(text, fc.record({ text })), value => {
      const json = JSON.stringify(boundedResult(value));
      expect(json.length).toBeLessThanOrEqual(16_384);
      expect(json).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/);
    }),
    { numRuns: 20 },
  );
});
