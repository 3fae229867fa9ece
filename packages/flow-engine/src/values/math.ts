import type { Json } from './json.ts';
import { readNumber } from './number.ts';

/** An operator by what it computes; `right` is 0 where an operator takes one operand only. */
type Operation = (left: number, right: number, random: () => number) => number;

const operations = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  power: (left, right) => left ** right,
  min: (left, right) => Math.min(left, right),
  max: (left, right) => Math.max(left, right),
  random: wholeNumberBetween,
  round: left => Math.round(left),
  floor: left => Math.floor(left),
  ceil: left => Math.ceil(left),
  abs: left => Math.abs(left),
  sqrt: left => Math.sqrt(left),
} satisfies Record<string, Operation>;

export type MathOperator = keyof typeof operations;

const unary: ReadonlySet<MathOperator> = new Set(['round', 'floor', 'ceil', 'abs', 'sqrt']);

const spellings: ReadonlyMap<string, MathOperator> = new Map(
  Object.entries({
    '+': ['add', 'addition', 'plus', 'sum'],
    '-': ['−', 'subtract', 'subtraction', 'minus'],
    '*': ['×', 'x', 'multiply', 'multiplication', 'times'],
    '/': ['÷', 'divide', 'division'],
    '%': ['mod', 'modulo', 'modulus', 'remainder'],
    power: ['pow', '^', '**'],
    min: ['minimum'],
    max: ['maximum'],
    random: ['rand'],
    round: [],
    floor: ['rounddown'],
    ceil: ['ceiling', 'roundup'],
    abs: ['absolute'],
    sqrt: ['squareroot'],
  } satisfies Record<MathOperator, string[]>).flatMap(([operator, others]) =>
    [operator, ...others].map(spelling => [spelling, operator as MathOperator] as const),
  ),
);

/** The operator that a text names, as a sign or a word in any case. */
export function mathOperator(written: string): MathOperator | undefined {
  const text = written.trim();
  return spellings.get(text) ?? spellings.get(text.toLowerCase().replace(/[\s_-]+/g, ''));
}

export function isUnary(operator: MathOperator): boolean {
  return unary.has(operator);
}

/** Computes; what is no number counts as 0, and so does a result that is none, such as that of a division by 0. */
export function calculate(operator: MathOperator, left: Json, right: Json, random: () => number): number {
  const operation: Operation = operations[operator];
  return presentable(operation(readNumber(left) ?? 0, readNumber(right) ?? 0, random));
}

/** Any whole number between two, both included. */
function wholeNumberBetween(one: number, other: number, random: () => number): number {
  const low = Math.ceil(Math.min(one, other));
  const high = Math.floor(Math.max(one, other));
  const drawn = random();
  return high < low ? low : low + Math.floor(drawn * (high - low + 1));
}

/** Finite, never -0, and without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function presentable(value: number): number {
  if (!Number.isFinite(value) || value === 0) return 0;
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
