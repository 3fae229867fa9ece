import { z } from 'zod';

/** Something about settings that their owner should know. */
export const findingOutput = z.object({
  code: z.enum(['LOW_CONTRAST', 'MISSING_SETTING']).describe('What is wrong.'),
  message: z.string().describe('The same in words, with a remedy.'),
  pointer: z.string().describe('JSON pointer into this result.'),
});

export type Finding = z.output<typeof findingOutput>;
