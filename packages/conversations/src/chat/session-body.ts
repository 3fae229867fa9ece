import { z } from 'zod';
import { visitorText } from './visitor-text.ts';

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
});

export type SessionBody = z.output<typeof sessionBody>;
