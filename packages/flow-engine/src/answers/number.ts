import type { Reply } from '../engine/input.ts';
import { type Read, readText, refused, taken } from './reading.ts';

const problem = 'Please enter a number.';
const scientific = /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d{1,4}$/i;

/** A finite number as people write it: `1,234.56`, `1.234,56`, `1 234,56`, `12.5`. */
export function readNumber(reply: Reply, locale: string): Read<number> {
  if (reply.text === undefined && typeof reply.value === 'number') return finite(reply.value);
  const text = readText(reply, problem);
  if (!text.ok) return text;
  const written = westernDigits(text.value).replaceAll('−', '-');
  if (scientific.test(written)) return finite(Number(written));
  const plain = withPoint(written, locale);
  return plain === undefined ? refused(problem) : finite(Number(plain));
}

/** No minus before zero, which JSON does not keep. */
const finite = (value: number): Read<number> => (Number.isFinite(value) ? taken(value + 0) : refused(problem));

/**
 * Written as a program would: which mark is the decimal one is said by the marks themselves (the last of two kinds; one
 * that does not stand before three digits), and only for `1,234` by the locale.
 */
function withPoint(written: string, locale: string): string | undefined {
  const [, sign = '', body = ''] = /^([+-]?)\s*([\d.,'’\s_]+)$/.exec(written) ?? [];
  const compact = groupedBy(body, /['’\s_]/);
  if (compact === undefined || !/\d/.test(compact)) return undefined;
  const decimal = decimalMark(compact, locale);
  const [whole = '', fraction = '', ...more] = decimal === '' ? [compact] : compact.split(decimal);
  const digits = groupedBy(whole, /[.,]/);
  if (more.length > 0 || digits === undefined || !/^\d*$/.test(fraction)) return undefined;
  return `${sign}${digits || '0'}.${fraction || '0'}`;
}

/** Without marks that set off groups of three digits; undefined where they stand elsewhere. */
function groupedBy(text: string, mark: RegExp): string | undefined {
  const [first = '', ...groups] = text.split(mark);
  if (groups.length === 0) return text;
  const good = /^\d{1,3}$/.test(first) && groups.every((group, at) => isGroup(group, at === groups.length - 1));
  return good ? first + groups.join('') : undefined;
}

/** After the last group there may be a fraction. */
const isGroup = (group: string, last: boolean) => (last ? /^\d{3}(?:[.,]\d*)?$/ : /^\d{3}$/).test(group);

function decimalMark(text: string, locale: string): string {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last === -1) return '';
  const mark = text[last] ?? '';
  const before = text.slice(0, last);
  if (before.includes(mark)) return '';
  if (/[.,]/.test(before)) return mark;
  const mayGroup = /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(text.slice(last + 1));
  return mayGroup && mark !== decimalMarkOf(locale) ? '' : mark;
}

function decimalMarkOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** Digits of other scripts stand in rows of ten, from zero. */
function westernDigits(text: string): string {
  return text
    .replace(/[٫．]/g, '.')
    .replace(/[٬，]/g, ',')
    .replace(/(?!\d)\p{Nd}/gu, digit => (digit.length === 1 ? String(digitValue(digit)) : digit));
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
