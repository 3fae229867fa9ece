import { z } from 'zod';

/** Names a message within its conversation: the same message under the same name is taken once. */
export const clientMessageId = z
  .string()
  .regex(/^[\w.:-]{1,128}$/, 'Up to 128 letters, digits and any of . : _ - that name this message.');
