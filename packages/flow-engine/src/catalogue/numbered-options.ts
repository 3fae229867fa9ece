import { plainText } from '../text/plain-text.ts';
import type { Choice } from './choice-question.ts';

/**
 * The options of a node of old, which are fields with numbers from 1: those that have a text and are not disabled.
 *
 * @param field what the fields are called before the number
 * @param disabled name of the switch that hides the option with a number
 */
export function numberedOptions(
  data: Readonly<Record<string, unknown>>,
  field: string,
  count: number,
  disabled: (number: number) => string,
): Choice[] {
  return Array.from({ length: count }, (_, index) => index + 1).flatMap(number => {
    const label = data[`${field}${number}`];
    if (typeof label !== 'string' || plainText(label).trim() === '' || data[disabled(number)] === true) return [];
    return [{ id: String(number), label, pointer: `/${field}${number}` }];
  });
}
