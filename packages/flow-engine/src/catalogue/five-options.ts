import { type Choice, choiceLabel } from './choice-question.ts';
import { flag } from './fields.ts';
import { numberedOptions } from './numbered-options.ts';

const option = choiceLabel.default('').describe('An option; an empty one is left out.');
const disableOption = flag(false).describe('Hides the option of that number.');

/** The fields of nodes of old that have up to five options. */
export const fiveOptions = {
  option1: option,
  option2: option,
  option3: option,
  option4: option,
  option5: option,
  disableOption1: disableOption,
  disableOption2: disableOption,
  disableOption3: disableOption,
  disableOption4: disableOption,
  disableOption5: disableOption,
};

export function optionsOf(data: Readonly<Record<string, unknown>>): Choice[] {
  return numberedOptions(data, 'option', 5, number => `disableOption${number}`);
}
