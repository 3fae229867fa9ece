import { expect, test } from 'vitest';
import type { Json } from '../../src/values/json.ts';
import { isTruthy } from '../../src/values/truthy.ts';

test.each<[Json, boolean]>([
  [true, true],
  ['true', true],
  [' YES ', true],
  [1, true],
  ['1', true],
  ['ｙｅｓ', true],
  [false, false],
  ['no', false],
  [0, false],
  [2, false],
  ['1.0', false],
  ['on', false],
  ['yes please', false],
  ['', false],
  [null, false],
  [[], false],
  [{ yes: true }, false],
])('%j says yes: %s', (value, expected) => {
  expect(isTruthy(value)).toBe(expected);
});
