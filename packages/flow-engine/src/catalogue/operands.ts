import { parseTemplate } from '../text/template.ts';
import { readNumber } from '../values/number.ts';
import { scalarText } from './scalars.ts';

/** A value that an author wrote: literal, the bare name of a variable, or a text with placeholders. */
export const operand = scalarText(10_000).default('');

/** The bare names that operands may be; a name that no node writes is a literal. */
export function namesIn(...operands: readonly string[]): string[] {
  return operands.map(written => written.trim()).filter(name => variableName.test(name));
}

/** Whether a value is fixed and no number: neither read from placeholders nor the possible name of a variable. */
export function isNeverNumber(written: string): boolean {
  const text = written.trim();
  return isLiteral(text) && !variableName.test(text) && readNumber(text) === undefined;
}

export function isLiteral(written: string): boolean {
  return parseTemplate(written, 'plain').parts.every(part => typeof part === 'string');
}

const variableName = /^[\p{L}_@][\p{L}\p{N}_$@ .-]{0,127}$/u;
