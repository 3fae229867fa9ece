import { z } from 'zod';
import { visitorText } from './visitor-text.ts';

/** An id that the owner of the chatbot gave a user: an e-mail address, a number, whatever. */
const userId = visitorText(128).refine(
  id => id !== '' && !/\p{Cc}/u.test(id),
  'Up to 128 characters, none of them control characters.',
);

/** How a page proves who its visitor is. */
const identity = z.union([
  z.strictObject({ userId, hash: z.string().max(200) }),
  z.strictObject({ token: z.string().min(1).max(8_000) }),
]);

const short = visitorText(200).optional();
const long = visitorText(2_000).optional();

/** How a visitor opens a conversation. */
export const sessionBody = z.object({
  visitorId: z
    .string()
    .regex(/^[\w.:-]{1,128}$/, 'Up to 128 letters, digits and any of . : _ - that name the visitor.')
    .optional(),
  visitor: z.object({ name: short, email: short, phone: short }).default({}),
  meta: z
    .object({
      page: long,
      referrer: long,
      locale: visitorText(35).optional(),
      timezone: visitorText(64).optional(),
      device: long,
    })
    .default({}),
  channel: z.enum(['web', 'api', 'mobile']).default('web'),
  identity: identity.optional(),
  /** The same again within ten minutes opens no other conversation. */
  clientSessionId: z.uuid().optional(),
});

export type SessionBody = z.output<typeof sessionBody>;
