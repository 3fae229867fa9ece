import { z } from 'zod';

/** An id that the owner of a chatbot gave a user. */
export const userId = z
  .string()
  .min(1)
  .max(128)
  .refine(id => id.isWellFormed() && !/\p{Cc}/u.test(id));
