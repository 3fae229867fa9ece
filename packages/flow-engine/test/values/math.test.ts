import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../src/values/json.ts';
import { calculate, isUnary, type MathOperator, mathOperator } from '../../src/values/math.ts';

const compute = (left: Json, operator: string, right: Json, random = () => 0) =>
  calculate(mathOperator(operator) as MathOperator, left, right, random);

const operators = ['+', '-', '*', '/', '%', 'power', 'min', 'max', 'random', 'round', 'floor', 'ceil', 'abs', 'sqrt'];

describe('a math operation', () => {
  test.each<[Json, string, Json, number]>([
    ['2', '+', 3, 5],
    [0.1, '+', 0.2, 0.3],
    ['4.35', '*', '100', 435],
    [2, '-', 5, -3],
    [7, '/', 2, 3.5],
    [7, '/', 0, 0],
    [0, '/', 0, 0],
    [7, '%', 0, 0],
    [-7, '%', 7, 0],
    [7.5, '%', 2, 1.5],
    [2, 'power', 10, 1_024],
    [10, 'power', 400, 0],
    [-8, 'power', 0.5, 0],
    [2.5, 'round', '', 3],
    [-2.5, 'round', '', -2],
    [-0.2, 'round', '', 0],
    [2.9, 'floor', 'ignored', 2],
    [2.1, 'ceil', '', 3],
    [-3, 'abs', '', 3],
    [9, 'sqrt', '', 3],
    [-9, 'sqrt', '', 0],
    [3, 'min', '-4', -4],
    [3, 'max', '-4', 3],
    ['12 apples', '+', '1', 1],
    [null, '+', true, 0],
    [9_007_199_254_740_990, '+', 1, 9_007_199_254_740_991],
  ])('%j %s %j is %d', (left, operator, right, result) => {
    expect(compute(left, operator, right)).toBe(result);
  });

  test.each([
    [' Add ', '+'],
    ['minus', '-'],
    ['×', '*'],
    ['Divide', '/'],
    ['modulo', '%'],
    ['^', 'power'],
    ['**', 'power'],
    ['square root', 'sqrt'],
    ['Math.max', undefined],
    ['valueOf', undefined],
    ['', undefined],
  ])('%j names %s', (written, operator) => {
    expect(mathOperator(written)).toBe(operator);
  });

  it('knows which operators take one operand', () => {
    expect(operators.filter(operator => isUnary(operator as MathOperator))).toEqual([
      'round',
      'floor',
      'ceil',
      'abs',
      'sqrt',
    ]);
  });

  it('draws whole numbers between both operands, both included, whichever is larger', () => {
    expect(compute(1, 'random', 6, () => 0)).toBe(1);
    expect(compute(6, 'random', 1, () => 0.999_999)).toBe(6);
    expect(compute(0.2, 'random', 0.8, () => 0.5)).toBe(1);
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer(),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (one, other, drawn) => {
          const number = compute(one, 'random', other, () => drawn);
          expect(Number.isInteger(number)).toBe(true);
          expect(number).toBeGreaterThanOrEqual(Math.min(one, other));
          expect(number).toBeLessThanOrEqual(Math.max(one, other));
        },
      ),
    );
  });

  it('always gives a finite number that JSON keeps', () => {
    const operand = fc.oneof(fc.double(), fc.double().map(String), fc.jsonValue()) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(operand, fc.constantFrom(...operators), operand, (left, operator, right) => {
        const result = compute(left, operator, right, () => 0.5);
        expect(Number.isFinite(result)).toBe(true);
        expect(Object.is(JSON.parse(JSON.stringify(result)), result)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
