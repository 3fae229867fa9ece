import { asText } from '../text/as-text.ts';
import { caseFold } from '../text/case-fold.ts';
import { type ConditionOperator, isOrder, type OrderOperator } from './condition-operator.ts';
import { compareDates } from './date-value.ts';
import { isJsonObject, type Json } from './json.ts';
import { readNumber } from './number.ts';
import { matchesPattern } from './pattern.ts';

/** How two values are to be compared. */
export interface Comparison {
  /** As numbers, whatever they are: a side that is none counts as 0. */
  readonly isNumber: boolean;
  /** IANA zone in which a time without a zone is meant. */
  readonly timeZone: string;
}

/**
 * Whether a condition holds. Values are compared by what they are: as numbers where both are, as dates where both are,
 * else as text without regard to case and width. An unknown operator compares for equality as text.
 */
export function holds(operator: ConditionOperator | undefined, left: Json, right: Json, how: Comparison): boolean {
  if (operator === 'isEmpty') return isEmpty(left);
  if (operator === 'isNotEmpty') return !isEmpty(left);
  if (operator === undefined) return sameText(left, right);
  if (isOrder(operator)) return inOrder(operator, how.isNumber ? asNumbers(left, right) : order(left, right, how));
  if (how.isNumber) return sameText(left, right);
  switch (operator) {
    case 'contains':
      return contains(left, right);
    case 'does not contain':
      return !contains(left, right);
    case 'starts with':
      return !isEmpty(right) && caseFold(asText(left)).startsWith(caseFold(asText(right)));
    case 'ends with':
      return !isEmpty(right) && caseFold(asText(left)).endsWith(caseFold(asText(right)));
    case 'matches':
      return matchesPattern(asText(right), asText(left)) === true;
    case 'does not match':
      return matchesPattern(asText(right), asText(left)) === false;
    case 'in':
      return isIn(left, right);
    case 'notIn':
      return !isIn(left, right);
  }
}

function inOrder(operator: OrderOperator, difference: number): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '!=':
      return difference !== 0;
    case '=':
      return difference === 0;
  }
}

/** A sort order: negative where the left value comes first, 0 where both are the same. */
function order(left: Json, right: Json, { timeZone }: Pick<Comparison, 'timeZone'>): number {
  if (isNumeral(left) && isNumeral(right)) return asNumbers(left, right);
  const dates = compareDates(left, right, timeZone);
  if (dates !== undefined) return dates;
  const [one, other] = [caseFold(asText(left)), caseFold(asText(right))];
  return one < other ? -1 : one > other ? 1 : 0;
}

function asNumbers(left: Json, right: Json): number {
  const [one, other] = [readNumber(left) ?? 0, readNumber(right) ?? 0];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Texts of digits that are codes, such as 01234 or a phone number, are no numbers. */
const plainNumeral = /^-?(?:0|[1-9]\d{0,14})?(?:\.\d{1,15})?(?<=\d)$/;

function isNumeral(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && plainNumeral.test(value.trim()));
}

function sameText(left: Json, right: Json): boolean {
  return caseFold(asText(left)) === caseFold(asText(right));
}

function isEmpty(value: Json): boolean {
  if (isJsonObject(value)) return Object.keys(value).length === 0;
  return asText(value).trim() === '';
}

/** A list contains its items, a text its parts; what is empty is contained in nothing. */
function contains(whole: Json, part: Json): boolean {
  if (isEmpty(part)) return false;
  if (Array.isArray(whole)) return whole.some((item: Json) => sameText(item, part));
  return caseFold(asText(whole)).includes(caseFold(asText(part)));
}

/** Whether a value, or each of a list, is one of a list that is written with commas or is one. */
function isIn(value: Json, list: Json): boolean {
  const items = new Set((Array.isArray(list) ? list : splitList(asText(list))).map(identity));
  const wanted: readonly Json[] = Array.isArray(value) ? value : [value];
  return wanted.length > 0 && wanted.every(one => items.has(identity(one)));
}

/** Equal for equal values. */
function identity(value: Json): number | string {
  return isNumeral(value) ? (readNumber(value) ?? 0) : caseFold(asText(value));
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}
