import { z } from 'zod';
import { type Choice, choiceId, choiceLabel, choiceQuestion } from './choice-question.ts';

/** A question with options of which all lead the same way. */
export const optionQuestion = z.looseObject({
  ...choiceQuestion,
  options: z
    .array(
      z.looseObject({
        id: choiceId.describe('Names the option for clients; by default its number, from 1.'),
        optionText: choiceLabel.default('').describe('Text of the option, which is kept as the answer.'),
      }),
    )
    .max(100)
    .default([])
    .describe('What can be chosen.'),
});

export type OptionQuestion = z.infer<typeof optionQuestion>;

/** Options without an id are named by their number, so that a typed number means the same either way. */
export function optionsOf({ options }: OptionQuestion): Choice[] {
  return options.map(({ id, optionText }, index) => ({
    id: id?.trim() || String(index + 1),
    label: optionText,
    pointer: `/options/${index}/optionText`,
  }));
}
