import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { holds } from '../../src/values/compare.ts';
import { conditionOperator, conditionOperators } from '../../src/values/condition-operator.ts';
import type { Json } from '../../src/values/json.ts';

const compare = (left: Json, operator: string, right: Json, { isNumber = false, timeZone = 'UTC' } = {}) =>
  holds(conditionOperator(operator), left, right, { isNumber, timeZone });

describe('a comparison by what the values are', () => {
  test.each<[Json, string, Json, boolean]>([
    ['12 Main St', '=', '12 Elm St', false],
    ['12 Main St', '!=', '12 Elm St', true],
    [9, '<', '10', true],
    ['9', '<', '10', true],
    ['9 apples', '<', '10 apples', false],
    ['5', '=', '5.0', true],
    ['.5', '=', 0.5, true],
    ['01234', '=', '1234', false],
    ['+49123', '=', '49123', false],
    ['12345678901234567890', '=', '12345678901234567891', false],
    ['-1', '<', '-0.5', true],
    ['1e3', '=', '1000', false],
    ['', '=', '0', false],
    [null, '=', '', true],
    [true, '=', 'TRUE', true],
    ['Straße', '=', 'STRASSE', true],
    ['ＡＢＣ', '=', 'abc', true],
    ['  two   words ', '=', 'Two words', true],
    ['apple', '<', 'Banana', true],
    [['Red', 'Blue'], '=', 'red, blue', true],
    [{ a: 1 }, '=', '{"a":1}', true],
  ])('%j %s %j is %s', (left, operator, right, expected) => {
    expect(compare(left, operator, right)).toBe(expected);
  });

  test.each<[string, string, string, boolean]>([
    ['2026-03-02', '<', '2026-10-01', true],
    ['2026-03-02T09:00:00Z', '=', '2026-03-02T10:00:00+01:00', true],
    ['2026-03-02T09:00:00Z', '=', '2026-03-02T10:00:00+0100', true],
    ['2026-03-02T23:30:00Z', '=', '2026-03-03', true],
    ['2026-03-02T22:30:00Z', '=', '2026-03-02', true],
    ['2026-03-02 10:00', '=', '2026-03-02T09:00:00Z', true],
    ['2026-03-02 10:00:00.5', '>', '2026-03-02T09:00:00.499Z', true],
    ['2026-03-02 10:00', '=', '2026-03-02', true],
    ['2026-02-30', '<', '2026-02-4', true],
    ['2026-03-02T25:00Z', '=', '2026-03-02', false],
  ])('in Berlin %s %s %s is %s', (left, operator, right, expected) => {
    expect(compare(left, operator, right, { timeZone: 'Europe/Berlin' })).toBe(expected);
  });
});

describe('a comparison of numbers', () => {
  test.each<[Json, string, Json, boolean]>([
    ['12 Main St', '=', 0, true],
    ['12 Main St', '=', '12 Elm St', true],
    ['abc', '<', '1', true],
    [' +05 ', '=', '5', true],
    ['1e3', '=', '1000', true],
    ['1e999', '=', '0', true],
    ['Infinity', '>', '0', false],
    ['0x10', '=', '16', false],
    [null, '>=', '0', true],
    ['3', 'lessThanOrEquals', '3', true],
    ['3', 'greaterThan', '3', false],
  ])('%j %s %j is %s', (left, operator, right, expected) => {
    expect(compare(left, operator, right, { isNumber: true })).toBe(expected);
  });

  it('compares texts for equality with an operator for texts', () => {
    expect(compare('15', 'contains', '5', { isNumber: true })).toBe(false);
    expect(compare('15', 'contains', '15', { isNumber: true })).toBe(true);
  });

  it('tells an empty value from 0', () => {
    expect(compare(0, 'isEmpty', '', { isNumber: true })).toBe(false);
    expect(compare('', 'isEmpty', '', { isNumber: true })).toBe(true);
  });
});

describe('the operators for texts', () => {
  test.each<[Json, string, Json, boolean]>([
    ['Hello World', 'contains', 'WORLD', true],
    ['Hello World', 'contains', '', false],
    ['Hello World', 'does not contain', '', true],
    ['Hello World', 'does not contain', 'moon', true],
    [['Red', 'Blue'], 'contains', 'red', true],
    [['Redwood', 'Blue'], 'contains', 'red', false],
    ['Hello', 'starts with', 'he', true],
    ['Hello', 'starts with', '', false],
    ['Hello', 'ends with', 'LO', true],
    ['Hello', 'ends with', 'he', false],
    ['Order 1234', 'matches', '\\d{4}$', true],
    ['ORDER', 'matches', '^order$', true],
    ['Order', 'does not match', '\\d', true],
    ['Order', 'matches', '(', false],
    ['Order', 'does not match', '(', false],
    ['Order', 'matches', '(?=O)', false],
    ['Order', 'does not match', '(?=X)', false],
    ['', 'isEmpty', '', true],
    ['  ', 'isEmpty', '', true],
    [null, 'isEmpty', '', true],
    [[], 'isEmpty', '', true],
    [{}, 'isEmpty', '', true],
    [0, 'isEmpty', '', false],
    [false, 'isNotEmpty', '', true],
    ['de', 'in', 'DE, AT, CH', true],
    ['d', 'in', 'DE, AT, CH', false],
    ['', 'in', 'DE,,CH', false],
    ['5.0', 'in', '1, 5', true],
    ['05', 'in', '1, 5', false],
    ['fr', 'notIn', 'DE, AT, CH', true],
    [['DE', 'CH'], 'in', 'DE, AT, CH', true],
    [['DE', 'FR'], 'in', 'DE, AT, CH', false],
    [[], 'in', 'DE', false],
    ['AT', 'in', ['DE', 'AT'], true],
  ])('%j %s %j is %s', (left, operator, right, expected) => {
    expect(compare(left, operator, right)).toBe(expected);
  });

  it('compares for equality where the operator is unknown', () => {
    expect(compare('Yes', 'resembles', 'YES')).toBe(true);
    expect(compare('5', 'resembles', '5.0')).toBe(false);
  });
});

describe('the names of operators', () => {
  test.each([
    ['==', '='],
    ['equals', '='],
    ['Not Equals', '!='],
    ['notEquals', '!='],
    ['lessThan', '<'],
    ['greater_than', '>'],
    ['lessThanOrEquals', '<='],
    ['greaterThanOrEquals', '>='],
    ['Contains', 'contains'],
    ['doesNotContain', 'does not contain'],
    ['STARTS WITH', 'starts with'],
    ['endsWith', 'ends with'],
    ['does not match', 'does not match'],
    ['is empty', 'isEmpty'],
    ['isNotEmpty', 'isNotEmpty'],
    ['not in', 'notIn'],
  ])('%s is %s', (written, operator) => {
    expect(conditionOperator(written)).toBe(operator);
  });

  it('reads every operator by its own name, and no other word', () => {
    for (const operator of conditionOperators) expect(conditionOperator(operator)).toBe(operator);
    expect(conditionOperator('resembles')).toBeUndefined();
    expect(conditionOperator('constructor')).toBeUndefined();
    expect(conditionOperator('')).toBeUndefined();
  });
});

describe('any two values', () => {
  const numeral = fc.oneof(fc.integer().map(String), fc.double({ noNaN: true }).map(String));
  const date = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .chain(at => fc.constantFrom(at.toISOString(), at.toISOString().slice(0, 10), at.toISOString().slice(0, 16)));
  const value = fc.oneof(numeral, date, fc.string({ unit: 'grapheme' }), fc.jsonValue()) as fc.Arbitrary<Json>;
  const how = fc.record({
    isNumber: fc.boolean(),
    timeZone: fc.constantFrom('UTC', 'Australia/Lord_Howe', 'America/New_York'),
  });

  it('are in exactly one of the orders <, = and >, which turns round with them', () => {
    fc.assert(
      fc.property(value, value, how, (left, right, options) => {
        const is = (operator: string) => compare(left, operator, right, options);
        expect([is('<'), is('='), is('>')].filter(Boolean)).toHaveLength(1);
        expect(is('<')).toBe(compare(right, '>', left, options));
        expect(is('=')).toBe(compare(right, '=', left, options));
        expect(is('<=')).toBe(!is('>'));
        expect(is('>=')).toBe(!is('<'));
        expect(is('!=')).toBe(!is('='));
      }),
      { numRuns: 500 },
    );
  });

  it('are equal to themselves', () => {
    fc.assert(fc.property(value, how, (one, options) => compare(one, '=', structuredClone(one), options)));
  });

  it('satisfy exactly one of an operator and its opposite', () => {
    const opposites = [
      ['contains', 'does not contain'],
      ['in', 'notIn'],
      ['isEmpty', 'isNotEmpty'],
    ] as const;
    fc.assert(
      fc.property(value, value, fc.constantFrom(...opposites), (left, right, [positive, negative]) => {
        expect(compare(left, positive, right)).toBe(!compare(left, negative, right));
      }),
    );
  });
});
