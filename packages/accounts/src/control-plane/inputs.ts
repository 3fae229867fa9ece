import { pageInput } from '@conferbot/plugin';
import { z } from 'zod';
import { plans } from '../plan.ts';

const name = z.string().trim().min(1).max(200);
const plan = z.enum(plans);
const timezone = z.string().refine(isTimezone, { error: 'Not an IANA time zone, such as Europe/Berlin or UTC.' });

export const newWorkspaceInput = z.strictObject({ name, plan, timezone: timezone.optional() });

export const workspaceChangeInput = z
  .strictObject({ name: name.optional(), plan: plan.optional(), timezone: timezone.optional() })
  .refine(change => Object.keys(change).length > 0, { error: 'Nothing to change: give name, plan or timezone.' });

export const newApiKeyInput = z.strictObject({
  name,
  scopes: z
    .array(z.enum(['read', 'write', 'publish']))
    .min(1)
    .optional(),
  plugins: z.array(z.string().max(100)).min(1).max(100).optional(),
  expiresAt: z.iso
    .datetime({ offset: true })
    .transform(text => new Date(text))
    .optional(),
  rateLimitPerMinute: z.int().min(1).max(1_000_000_000).optional(),
  confirmDestructive: z.boolean().optional(),
});

export const listInput = z.strictObject(pageInput(100));

/** Named zones only: a bare offset, which `Intl` takes too, knows no summer time. */
function isTimezone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
